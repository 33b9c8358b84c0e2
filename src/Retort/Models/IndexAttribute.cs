namespace Retort;

/// <summary>
/// An index. On a property: of its column, properties with the same index name are one index, in order of declaration. On a class: of the
/// columns of the properties that are named, in that order.
/// </summary>
/// <param name="names">On a property the index's name, or nothing; on a class the properties' names.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class IndexAttribute(params string[] names) : Attribute
{
    /// <summary>On a property the index's name, or nothing; on a class the properties' names.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The index's name; null: by the naming convention.</summary>
    public string? Name { get; set; }

    /// <summary>Whether no two rows have equal values.</summary>
    public bool Unique { get; set; }

    /// <summary>Which columns are in descending order, in the order of the columns.</summary>
    public bool[]? Descending { get; set; }

    /// <summary>The condition of the rows that are indexed, in SQL.</summary>
    public string? Where { get; set; }

    /// <summary>SQL expressions that are indexed behind the columns.</summary>
    public string[]? Expressions { get; set; }

    /// <summary>Properties whose columns are carried along without ordering by them.</summary>
    public string[]? Include { get; set; }

    /// <summary>The method, such as <c>gin</c>; null: the database's usual one.</summary>
    public string? Method { get; set; }

    /// <summary>Whether two NULLs are equal, in a unique index.</summary>
    public bool NullsNotDistinct { get; set; }
}

/// <summary>
/// No two rows have equal values. On a property: in its column, or in the columns of the properties with the same constraint name; together
/// with <see cref="IndexAttribute"/> it is one unique index. On a class: in the columns of the properties that are named.
/// </summary>
/// <param name="names">On a property the constraint's name, or nothing; on a class the properties' names.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class UniqueAttribute(params string[] names) : Attribute
{
    /// <summary>On a property the constraint's name, or nothing; on a class the properties' names.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>The constraint's name; null: by the naming convention.</summary>
    public string? Name { get; set; }

    /// <summary>Whether two NULLs are equal.</summary>
    public bool NullsNotDistinct { get; set; }

    /// <summary>When the values are checked.</summary>
    public ConstraintTiming Timing { get; set; }
}

/// <summary>A condition that holds for each row.</summary>
/// <param name="sql">The condition, in SQL.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class CheckAttribute(string sql) : Attribute
{
    /// <summary>The condition, in SQL.</summary>
    public string Sql { get; } = sql;

    /// <summary>The constraint's name; null: by the naming convention.</summary>
    public string? Name { get; set; }
}

/// <summary>The properties that are the key, in this order; or the key's name and when it is checked.</summary>
/// <param name="properties">The names of the properties.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PrimaryKeyAttribute(params string[] properties) : Attribute
{
    /// <summary>The names of the properties.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;

    /// <summary>The key's name; null: by the naming convention.</summary>
    public string? Name { get; set; }

    /// <summary>When the key is checked.</summary>
    public ConstraintTiming Timing { get; set; }
}
