namespace Retort.Migrations;

/// <summary>How schemas are compared.</summary>
public sealed record AutogenerateOptions
{
    /// <summary>What is compared.</summary>
    public IReadOnlyList<Comparer> Comparers { get; init; } = Migrations.Comparers.All;

    /// <summary>What is compared of a column that both have, which is given as it is declared and as it was found.</summary>
    public Func<TableName, Column, Column, ColumnProperties> ComparedProperties { get; init; } =
        (_, _, _) => ColumnProperties.All;

    /// <summary>What the revision renames first; the schema of the database has it renamed already. See <see cref="RenamedSchema"/>.</summary>
    public IReadOnlyList<Rename> Renames { get; init; } = [];

    /// <summary>Whether something beside tables is compared, also what tables imply: their enums and schemas.</summary>
    public Predicate<SchemaObject> Includes { get; init; } = _ => true;
}
