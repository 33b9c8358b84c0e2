namespace Retort.Migrations;

/// <summary>The models of a database: a file for each table, and what no file can say.</summary>
/// <param name="Files">Name and text of each file, in the order of the tables' names.</param>
/// <param name="Carried">What stands in SQL instead, in an order in which it can be created.</param>
internal sealed record ScaffoldedModels(
    IReadOnlyList<(string Name, string Text)> Files,
    IReadOnlyList<CarriedObject> Carried
)
{
    /// <summary>The models of a schema; Retort's own tables are none of the user's.</summary>
    public static ScaffoldedModels Of(MetaData schema, Dialect dialect, string space, MigrationOptions own)
    {
        var parts = schema
            .Tables.Where(table => !own.IsOwn(table.FullName))
            .OrderBy(table => table.ToString(), StringComparer.Ordinal)
            .Select(table => ModelLimits.Split(table, dialect.Ddl))
            .ToList();
        var tables = parts.ConvertAll(part => part.Said);
        var names = new ModelNames(tables);
        var writer = new ModelWriter(tables, names, dialect, space);
        return new ScaffoldedModels(
            [.. tables.Select(table => ($"{names.Class(table.FullName)}.cs", writer.Write(table)))],
            [
                .. schema.Objects.Select(each => CarriedObjects.Of(each, dialect.Ddl)),
                .. parts.SelectMany(part => part.Carried),
            ]
        );
    }
}
