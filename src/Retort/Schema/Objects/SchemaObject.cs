namespace Retort;

/// <summary>Something beside tables that a schema has. What tables need is created before them, what needs tables behind them.</summary>
/// <param name="Name">Its name, with the schema that it is in where it is in one.</param>
public abstract record SchemaObject(TableName Name)
{
    /// <summary>What it is, as a person says it: <c>enum</c>, <c>view</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Whether tables come first, because it uses them.</summary>
    public virtual bool NeedsTables => false;

    /// <summary>Whether a database has such things at all; one that has not is neither asked to create one nor missed one.</summary>
    public virtual bool IsKnownTo(SqlSyntax syntax) => true;

    /// <summary>What people are told about it; kept in the database where it keeps comments.</summary>
    public string? Comment { get; init; }
}
