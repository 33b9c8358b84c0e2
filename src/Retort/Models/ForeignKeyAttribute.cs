namespace Retort;

/// <summary>The property holds the key of a row of <typeparamref name="T"/>, or null.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ForeignKeyAttribute<T> : Attribute
    where T : class
{
    /// <summary>What happens to the row when the row referred to is deleted.</summary>
    public ReferentialAction OnDelete { get; set; }

    /// <summary>What happens to the row when the key referred to changes.</summary>
    public ReferentialAction OnUpdate { get; set; }
}
