namespace Retort;

/// <summary>A column of a table.</summary>
public sealed record Column(string Name, SqlType Type) : ColumnSource(Name, Type), ITableElement
{
    /// <summary>Whether the column may be NULL.</summary>
    public bool Nullable { get; init; } = true;

    /// <summary>What the database fills in where an INSERT leaves the column out; unset: nothing.</summary>
    public ServerDefault ServerDefault { get; init; }

    /// <summary>What each UPDATE of a row sets the column to, unless it sets it otherwise; unset: it stays. Sent with the statement, not kept in the database.</summary>
    public ServerDefault OnUpdate { get; init; }

    /// <inheritdoc />
    public override object? UpdateValue => OnUpdate.Value;

    /// <summary>Whether the database counts the values of this integer column up.</summary>
    public bool Autoincrement { get; init; }

    /// <summary>How the values are counted up; null: as the database does it by itself.</summary>
    public Identity? Identity { get; init; }

    /// <summary>The collation by name; null: the database's default.</summary>
    public string? Collation { get; init; }

    /// <summary>How the database computes the value from the row; null: it is stored as given.</summary>
    public ComputedSql? Computed { get; init; }

    /// <summary>What people are told about the column; kept in the database where it keeps comments.</summary>
    public string? Comment { get; init; }

    /// <summary>Names that the column had before; not kept in the database.</summary>
    public ValueList<string> RenamedFrom { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Name} {Type}{(Nullable ? "" : " NOT NULL")}";
}

/// <summary>An expression over the row's other columns.</summary>
/// <param name="Text">The expression, in SQL.</param>
/// <param name="Stored">Whether the value is stored when the row is written; otherwise it is computed when it is read.</param>
public sealed record ComputedSql(string Text, bool Stored)
{
    /// <summary>Whether the value must be computed when it is read, in a database that would store it where nothing is said: PostgreSQL, from 18.</summary>
    public bool Virtual { get; init; }
}
