namespace Retort;

/// <summary>Makes a schema of the rows of the catalog.</summary>
/// <param name="home">The schema of names that say none.</param>
internal sealed class PostgreSqlSchemaBuilder(string? home)
{
    private readonly List<string> _warnings = [];

    public required IReadOnlyList<object?[]> Tables { get; init; }

    public required IReadOnlyList<object?[]> Columns { get; init; }

    public required IReadOnlyList<object?[]> Constraints { get; init; }

    public required IReadOnlyList<object?[]> Indexes { get; init; }

    public required IReadOnlyList<object?[]> Objects { get; init; }

    public MetaData Build()
    {
        var objects = new PostgreSqlObjectBuilder(Schema, Objects);
        var columns = Columns.ToLookup(row => (long)row[0]!, new PostgreSqlColumnBuilder(objects.Enums).Build);
        var indexes = Indexes.ToLookup(row => (long)row[0]!, PostgreSqlIndexBuilder.Build);
        var constraints = Constraints.ToLookup(row => (long)row[0]!);
        var carrier = new PostgreSqlCarriedTables(Tables, Columns);
        var tables = new List<Table>();
        var carried = new List<CarriedObject>();
        foreach (var row in Tables.OrderBy(row => carrier.Depth((long)row[0]!)))
        {
            var id = (long)row[0]!;
            var table = BuildTable(row, columns[id], constraints[id], [.. indexes[id]]);
            if (carrier.Carry(row, table) is { } instead)
                carried.Add(instead);
            else
                tables.Add(table);
        }
        return new MetaData(tables)
        {
            Objects = objects.Build(carried),
            Warnings = [.. _warnings, .. objects.Warnings],
        };
    }

    private Table BuildTable(
        object?[] row,
        IEnumerable<Column> columns,
        IEnumerable<object?[]> constraints,
        List<PostgreSqlIndex> indexes
    )
    {
        var found = constraints
            .Select(each => (Row: each, Index: indexes.Find(index => index.Id == (long)each[16]!)))
            .ToList();
        var builder = new PostgreSqlConstraintBuilder(Schema);
        var owned = found.Where(each => each.Row[2] is "p" or "u" or "x").Select(each => each.Index).ToHashSet();
        foreach (var broken in indexes.Where(index => !index.IsValid))
            _warnings.Add(
                $"index {broken.Index.Name} of table {row[2]} is not valid: it was built concurrently and failed"
            );
        return new Table(
            new TableName((string)row[2]!, Schema(row[1])),
            [.. columns, .. found.Select(each => builder.Build(each.Row, each.Index))],
            indexes.Where(index => !owned.Contains(index)).Select(index => index.Index)
        )
        {
            Comment = (string?)row[5],
            Options = PostgreSqlCarriedTables.Options(row),
        };
    }

    private string? Schema(object? schema) =>
        (string?)schema is { } name && name != home && !name.StartsWith("pg_temp", StringComparison.Ordinal)
            ? name
            : null;
}
