namespace Retort;

/// <summary>A column type. Each type is one file with all its facets; a database deviates through its <see cref="TypeMap"/>.</summary>
public abstract record SqlType
{
    /// <summary>The type in standard SQL, such as <c>varchar(80)</c>.</summary>
    public abstract string Sql { get; }

    /// <summary>The call that gives this type in a revision file, such as <c>Varchar(80)</c>.</summary>
    public abstract string CSharp { get; }

    /// <summary>Writes a value of the type's C# form as the next parameter.</summary>
    /// <exception cref="ArgumentException">The value is of another C# type.</exception>
    public abstract void Bind(ParameterWriter parameters, object value);

    /// <summary>Reads the value that is not null at <paramref name="ordinal"/> in the type's C# form.</summary>
    public abstract object Read(Row row, int ordinal);

    /// <inheritdoc />
    public sealed override string ToString() => Sql;

    /// <summary>A whole number of any size, where the column of a table without a model meets one; null: it is none.</summary>
    protected static long? Whole(object value) =>
        value switch
        {
            long number => number,
            int number => number,
            short number => number,
            byte number => number,
            sbyte number => number,
            ushort number => number,
            uint number => number,
            _ => null,
        };

    /// <summary>The error of a value that has not the type's C# form.</summary>
    protected ArgumentException Mismatch(object value) =>
        new($"A value of C# type {value.GetType().Name} cannot be stored as {Sql}.", nameof(value));
}
