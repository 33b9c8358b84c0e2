namespace Retort;

/// <summary>A view.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">The SELECT.</param>
public sealed record ViewDefinition(TableName Name, string Query) : SchemaObject(Name)
{
    /// <inheritdoc />
    public override string Kind => Materialized ? "materialized view" : "view";

    /// <inheritdoc />
    public override bool NeedsTables => true;

    /// <summary>Whether its rows are stored.</summary>
    public bool Materialized { get; init; }

    /// <summary>Its columns' names; none: those of the query.</summary>
    public ValueList<string> Columns { get; init; }
}
