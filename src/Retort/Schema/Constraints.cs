namespace Retort;

/// <summary>The primary key of a table.</summary>
public sealed record PrimaryKeyConstraint(string? Name, ColumnNames Columns) : Constraint(Name)
{
    /// <summary>Columns that its index carries along without ordering by them.</summary>
    public ValueList<string> Include { get; init; }

    /// <summary>When the key is checked.</summary>
    public ConstraintTiming Timing { get; init; }
}

/// <summary>No two rows have equal values in the columns.</summary>
public sealed record UniqueConstraint(string? Name, ColumnNames Columns) : Constraint(Name)
{
    /// <summary>Columns that its index carries along without ordering by them.</summary>
    public ValueList<string> Include { get; init; }

    /// <summary>Whether two NULLs are equal.</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>When the values are checked.</summary>
    public ConstraintTiming Timing { get; init; }
}

/// <summary>A condition that holds for each row.</summary>
/// <param name="Name">The name.</param>
/// <param name="Sql">The condition, in SQL.</param>
public sealed record CheckConstraint(string? Name, string Sql) : Constraint(Name)
{
    /// <summary>Whether rows that were there before it have not been checked.</summary>
    public bool NotValid { get; init; }

    /// <summary>Whether tables that inherit from this one do not get it.</summary>
    public bool NoInherit { get; init; }
}

/// <summary>No two rows answer yes to all comparisons: PostgreSQL's EXCLUDE.</summary>
/// <param name="Name">The name.</param>
/// <param name="Elements">What is compared, and how.</param>
public sealed record ExclusionConstraint(string? Name, ValueList<ExclusionElement> Elements) : Constraint(Name)
{
    /// <summary>The index's method, such as <c>gist</c>; null: the database's usual one.</summary>
    public string? Method { get; init; }

    /// <summary>The condition of the rows that are compared, in SQL; null: all rows.</summary>
    public string? Where { get; init; }

    /// <summary>When the rows are compared.</summary>
    public ConstraintTiming Timing { get; init; }
}

/// <summary>A column or an expression of an exclusion, and the operator that compares it in two rows, such as <c>&amp;&amp;</c>.</summary>
public readonly record struct ExclusionElement(IndexElement Element, string Operator);

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

    /// <summary>Whether a key of several columns is either wholly NULL or wholly there: MATCH FULL.</summary>
    public bool MatchFull { get; init; }

    /// <summary>Whether rows that were there before it have not been checked.</summary>
    public bool NotValid { get; init; }
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
