namespace Retort;

/// <summary>
/// The property holds the key of a row of <typeparamref name="T"/>, or null. On a class: the properties that are named hold a key of
/// several columns together.
/// </summary>
/// <param name="properties">On a class the names of the referring properties.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ForeignKeyAttribute<T>(params string[] properties) : Attribute
    where T : class
{
    /// <summary>On a class the names of the referring properties.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;

    /// <summary>The properties of <typeparamref name="T"/> that are referred to; null: its key.</summary>
    public string[]? References { get; set; }

    /// <summary>The constraint's name; null: by the naming convention.</summary>
    public string? Name { get; set; }

    /// <summary>What happens to the row when the row referred to is deleted.</summary>
    public ReferentialAction OnDelete { get; set; }

    /// <summary>What happens to the row when the key referred to changes.</summary>
    public ReferentialAction OnUpdate { get; set; }

    /// <summary>When the key is checked.</summary>
    public ConstraintTiming Timing { get; set; }
}
