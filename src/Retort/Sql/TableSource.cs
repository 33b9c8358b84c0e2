namespace Retort;

/// <summary>A column as statements see it: a name and a type.</summary>
public abstract record ColumnSource(string Name, SqlType Type)
{
    /// <summary>What an UPDATE sets the column to where it does not say so itself: SQL or a value; null: it stays.</summary>
    public virtual object? UpdateValue => null;
}

/// <summary>What a statement reads from or writes to: something with a name and columns.</summary>
public abstract class TableSource(string name, string? schema)
{
    /// <summary>The name, unquoted.</summary>
    public string Name { get; } = name;

    /// <summary>The schema; null: the connection's default schema.</summary>
    public string? Schema { get; } = schema;

    /// <summary>The columns, in order.</summary>
    public IReadOnlyList<ColumnSource> Columns => ColumnSources;

    /// <summary>The columns, in order.</summary>
    protected abstract IReadOnlyList<ColumnSource> ColumnSources { get; }
}
