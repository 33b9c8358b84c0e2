namespace Retort;

/// <summary>Says a column's name, type or position; without it the column is named as the property, in snake case.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string? name = null) : Attribute
{
    /// <summary>The column's name.</summary>
    public string? Name { get; } = name;

    /// <summary>The column's type as the database writes it, such as <c>citext</c>.</summary>
    public string? TypeName { get; set; }

    /// <summary>Where the column stands in the table, counted from 0; columns without a position follow in their usual order.</summary>
    public int Order { get; set; } = -1;
}

/// <summary>Says a column's type by its kind: <c>[Column&lt;Varchar&gt;(30)]</c>, <c>[Column&lt;Numeric&gt;(10, 2)]</c>.</summary>
/// <typeparam name="T">The kind of type; the property's C# type must be one that it stores.</typeparam>
/// <param name="arguments">What the kind of type is told, as in <see cref="Ddl"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute<T>(params object[] arguments) : Attribute
    where T : SqlType
{
    /// <summary>What the kind of type is told.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;

    /// <summary>The column's name.</summary>
    public string? Name { get; set; }

    /// <summary>Where the column stands in the table, counted from 0.</summary>
    public int Order { get; set; } = -1;
}

/// <summary>The digits of a decimal number; without it a decimal is NUMERIC(18, 4).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrecisionAttribute(int precision, int scale = 0) : Attribute
{
    /// <summary>How many digits there are in all.</summary>
    public int Precision { get; } = precision;

    /// <summary>How many of them stand behind the point.</summary>
    public int Scale { get; } = scale;
}

/// <summary>How the column's text is sorted and compared, by the database's name for it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CollationAttribute(string name) : Attribute
{
    /// <summary>The collation.</summary>
    public string Name { get; } = name;
}

/// <summary>What people are told about a table or column; kept in the database where it keeps comments.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, Inherited = false)]
public sealed class CommentAttribute(string text) : Attribute
{
    /// <summary>The comment.</summary>
    public string Text { get; } = text;
}

/// <summary>Keeps a property out of the table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotMappedAttribute : Attribute;
