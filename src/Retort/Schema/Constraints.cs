namespace Retort;

/// <summary>The primary key of a table.</summary>
public sealed record PrimaryKeyConstraint(string? Name, ColumnNames Columns) : Constraint(Name);

/// <summary>No two rows have equal values in the columns.</summary>
public sealed record UniqueConstraint(string? Name, ColumnNames Columns) : Constraint(Name);

/// <summary>A condition that holds for each row.</summary>
/// <param name="Name">The name.</param>
/// <param name="Sql">The condition, in SQL.</param>
public sealed record CheckConstraint(string? Name, string Sql) : Constraint(Name);

/// <summary>The columns hold the key of a row in another table, or NULL.</summary>
/// <param name="Name">The name.</param>
/// <param name="Columns">The referring columns.</param>
/// <param name="Table">The table referred to.</param>
/// <param name="References">The columns referred to, as many as <paramref name="Columns"/>.</param>
public sealed record ForeignKeyConstraint(string? Name, ColumnNames Columns, TableName Table, ColumnNames References)
    : Constraint(Name)
{
    /// <summary>What happens to the row when the row referred to is deleted.</summary>
    public ReferentialAction OnDelete { get; init; }

    /// <summary>What happens to the row when the key referred to changes.</summary>
    public ReferentialAction OnUpdate { get; init; }

    /// <summary>When the key is checked.</summary>
    public ConstraintTiming Timing { get; init; }
}

/// <summary>When a database checks a constraint.</summary>
public enum ConstraintTiming
{
    /// <summary>At the end of each statement.</summary>
    Immediate,

    /// <summary>At the end of each statement, unless the transaction puts it off.</summary>
    Deferrable,

    /// <summary>At COMMIT, unless the transaction asks for it earlier.</summary>
    Deferred,
}

/// <summary>What a database does with a row whose referred row is deleted or changes its key.</summary>
public enum ReferentialAction
{
    /// <summary>An error, checked at the end of the statement.</summary>
    NoAction,

    /// <summary>An error, checked at once.</summary>
    Restrict,

    /// <summary>The row is deleted, or follows the change.</summary>
    Cascade,

    /// <summary>The columns become NULL.</summary>
    SetNull,

    /// <summary>The columns become their default.</summary>
    SetDefault,
}
