namespace Retort;

/// <summary>An object of a kind that has no model here: carried as the statements that create it, and compared as such.</summary>
/// <param name="Kind">What it is, as a person says it: <c>function</c>, <c>unlogged table</c>.</param>
/// <param name="Name">Its name, as the database tells it from others of its kind.</param>
/// <param name="Sql">The statements that create it.</param>
public sealed record CarriedObject(string Kind, TableName Name, string Sql) : SchemaObject(Name)
{
    /// <inheritdoc />
    public override string Kind { get; } = Kind;

    /// <summary>The statements that drop it; null: <c>DROP</c> with its kind and name.</summary>
    public string? DropSql { get; init; }

    /// <summary>Whether tables come first, because it uses them.</summary>
    public bool AfterTables { get; init; }

    /// <summary>Whether its SQL takes the place of one that is there, as far as the database can replace it.</summary>
    public bool ReplacesItself => Sql.StartsWith("CREATE OR REPLACE", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool NeedsTables => AfterTables;
}
