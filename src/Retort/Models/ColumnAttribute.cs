namespace Retort;

/// <summary>Names the column of a property; without it the column is named as the property, in snake case.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string? name = null) : Attribute
{
    /// <summary>The column's name.</summary>
    public string? Name { get; } = name;
}

/// <summary>Keeps a property out of the table.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotMappedAttribute : Attribute;
