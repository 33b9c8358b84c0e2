namespace Retort;

/// <summary>How a property is stored whose C# type no column has: as a value of a type that columns have. Stateless; used by many threads.</summary>
/// <typeparam name="TModel">The property's type, without a question mark.</typeparam>
/// <typeparam name="TColumn">What is stored: a scalar such as <see cref="string"/> or <see cref="long"/>.</typeparam>
/// <remarks>NULL is null on both sides and is never converted. Equal values must give equal columns: statements compare what is stored.</remarks>
public abstract class ValueConverter<TModel, TColumn>
    where TModel : notnull
    where TColumn : notnull
{
    /// <summary>What is stored for a value.</summary>
    public abstract TColumn ToColumn(TModel value);

    /// <summary>The value of what is stored.</summary>
    public abstract TModel FromColumn(TColumn value);
}

/// <summary>Stores the property by a converter of the application.</summary>
/// <typeparam name="T">A <see cref="ValueConverter{TModel,TColumn}"/> with a constructor without parameters.</typeparam>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConverterAttribute<T> : Attribute
    where T : class, new();
