namespace Retort;

/// <summary>A column of a table.</summary>
public sealed record Column(string Name, SqlType Type) : ColumnSource(Name, Type), ITableElement
{
    /// <summary>Whether the column may be NULL.</summary>
    public bool Nullable { get; init; } = true;

    /// <summary>What the database fills in where an INSERT leaves the column out; unset: nothing.</summary>
    public ServerDefault ServerDefault { get; init; }

    /// <summary>Whether the database counts the values of this integer key up.</summary>
    public bool Autoincrement { get; init; }

    /// <summary>The collation by name; null: the database's default.</summary>
    public string? Collation { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Name} {Type}{(Nullable ? "" : " NOT NULL")}";
}
