namespace Retort;

/// <summary>Indexes the column of a property; properties with the same index name are one index, in order of declaration.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class IndexAttribute(string? name = null) : Attribute
{
    /// <summary>The index's name; null: by the naming convention.</summary>
    public string? Name { get; } = name;

    /// <summary>Whether no two rows have equal values.</summary>
    public bool Unique { get; set; }
}

/// <summary>No two rows have equal values in the column, or in the columns of the properties with the same constraint name. Together with <see cref="IndexAttribute"/> it is one unique index.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class UniqueAttribute(string? name = null) : Attribute
{
    /// <summary>The constraint's name; null: by the naming convention.</summary>
    public string? Name { get; } = name;
}
