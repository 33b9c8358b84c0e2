namespace Retort;

/// <summary>Makes a partial class the model of a table; without a name the table is named as the class, in snake case.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TableAttribute(string? name = null) : Attribute
{
    /// <summary>The table's name.</summary>
    public string? Name { get; } = name;

    /// <summary>The schema that the table is in.</summary>
    public string? Schema { get; set; }

    /// <summary>Whether the table has no key: its rows are queried, and a session does not write them.</summary>
    public bool Keyless { get; set; }

    /// <summary>What stands behind the closing parenthesis of CREATE TABLE, such as <c>WITHOUT ROWID</c> or <c>PARTITION BY RANGE (at)</c>.</summary>
    public string? Options { get; set; }
}
