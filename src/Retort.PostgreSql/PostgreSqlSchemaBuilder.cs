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
        var columns = Columns.ToLookup(
            row => (long)row[0]!,
            row => new PostgreSqlColumnBuilder(objects.Enums).Build(row)
        );
        var indexes = Indexes.ToLookup(row => (long)row[0]!, PostgreSqlIndexBuilder.Build);
        var constraints = Constraints.ToLookup(row => (long)row[0]!);
        var tables = new List<Table>();
        var carried = new List<SchemaObject>();
        foreach (var row in Tables)
        {
            var id = (long)row[0]!;
            var table = BuildTable(row, columns[id], constraints[id], [.. indexes[id]]);
            if (Carried(row, table) is { } instead)
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
            Options = Options(row),
        };
    }

    private static string? Options(object?[] row)
    {
        var parts = new List<string>();
        if (row[7] is string partition)
            parts.Add($"PARTITION BY {partition}");
        if (row[6] is string storage)
            parts.Add($"WITH ({storage})");
        if (row[10] is string tablespace)
            parts.Add($"TABLESPACE {PostgreSqlSyntax.Instance.Quote(tablespace)}");
        return parts.Count > 0 ? string.Join(' ', parts) : null;
    }

    /// <summary>A table that is more than its columns say: one that is not logged, a partition, one that inherits.</summary>
    private static CarriedObject? Carried(object?[] row, Table table)
    {
        if (row[8] is string bound)
            return Carry("partition", table, $"CREATE TABLE {Quoted(table)} PARTITION OF {Parents(row)} {bound};");
        if (row[9] is string[])
            return Carry(
                "inheriting table",
                table,
                Created(table).Replace("\n)", $"\n) INHERITS ({Parents(row)})", StringComparison.Ordinal)
            );
        return row[4] is "u"
            ? Carry(
                "unlogged table",
                table,
                Created(table).Replace("CREATE TABLE", "CREATE UNLOGGED TABLE", StringComparison.Ordinal)
            )
            : null;
    }

    private static CarriedObject Carry(string kind, Table table, string sql) =>
        new(kind, table.FullName, sql) { AfterTables = true, Comment = table.Comment };

    private static string Created(Table table) =>
        string.Join(
            '\n',
            new DdlElement[] { new CreateTable(table) }
                .Concat(table.Indexes.Select(index => new CreateIndex(table.FullName, index)))
                .Select(element => PostgreSqlDialect.Instance.Ddl.Compile(element) + ";")
        );

    private static string Quoted(Table table)
    {
        var writer = new SqlWriter(PostgreSqlSyntax.Instance, PostgreSqlTypes.Instance);
        writer.Write($"{table}");
        return writer.ToString();
    }

    private static string Parents(object?[] row) => string.Join(", ", (string[])row[9]!);

    private string? Schema(object? schema) =>
        (string?)schema is { } name && name != home && !name.StartsWith("pg_temp", StringComparison.Ordinal)
            ? name
            : null;
}
