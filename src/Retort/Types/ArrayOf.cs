namespace Retort;

/// <summary>A list of values of one type in one column; where a database has no arrays, JSON text.</summary>
/// <param name="Element">The type of the values.</param>
public sealed record ArrayOf(SqlType Element) : SqlType
{
    /// <inheritdoc />
    public override string Sql => $"{Element.Sql}[]";

    /// <inheritdoc />
    public override string CSharp => $"ArrayOf({Element.CSharp})";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value)
    {
        if (value is not ArrayValue array)
            throw Mismatch(value);
        array.Write(parameters);
    }

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetValue(ordinal)!;
}

/// <summary>The values of an array that a statement holds, so that later changes of the list do not reach them.</summary>
internal abstract record ArrayValue
{
    public abstract void Write(ParameterWriter parameters);

    /// <summary>The values, for a literal.</summary>
    public abstract IEnumerable<object?> Items { get; }

    /// <summary>The array as JSON, where the database has no arrays.</summary>
    public abstract JsonText Json { get; }
}

/// <inheritdoc />
internal sealed record ArrayValue<T>(JsonShape<List<T>> Shape, List<T> List) : ArrayValue
{
    public override IEnumerable<object?> Items => List.Cast<object?>();

    public override JsonText Json => Shape.ToText(List);

    public override void Write(ParameterWriter parameters) => parameters.WriteArray(Shape, List);
}
