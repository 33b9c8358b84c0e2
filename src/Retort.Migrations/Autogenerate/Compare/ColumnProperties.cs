namespace Retort.Migrations;

/// <summary>What autogenerate compares of a column that both models and database have.</summary>
[Flags]
public enum ColumnProperties
{
    /// <summary>Nothing: the column is left as it is.</summary>
    None = 0,

    /// <summary>Its type.</summary>
    Type = 1,

    /// <summary>Whether it may be NULL.</summary>
    Nullability = 2,

    /// <summary>Its server default.</summary>
    ServerDefault = 4,

    /// <summary>Its collation.</summary>
    Collation = 8,

    /// <summary>How its values are counted up.</summary>
    Identity = 16,

    /// <summary>What it is computed from.</summary>
    Computed = 32,

    /// <summary>Everything.</summary>
    All = Type | Nullability | ServerDefault | Collation | Identity | Computed,
}
