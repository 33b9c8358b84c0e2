namespace Retort;

/// <summary>
/// Reads the schema of a SQLite database: one query, whatever the number of tables; the statements that SQLite stores say the rest.
/// Triggers and virtual tables are carried as the statements that they are.
/// </summary>
/// <param name="types">The types.</param>
/// <param name="version">The number of SQLite's version.</param>
internal sealed class SqliteCatalogReader(TypeMap types, int version) : CatalogReader
{
    /// <inheritdoc />
    public override async ValueTask<MetaData> ReadAsync(
        CatalogQuery query,
        CatalogRequest request,
        CancellationToken cancellationToken
    )
    {
        var rows = await query(SqliteCatalogQueries.Schema(version), cancellationToken).ConfigureAwait(false);
        var parsed = new Dictionary<string, SqliteTableSql>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(row => Kind(row) is "table"))
            parsed.Add(Text(row, 1), SqliteTableParser.Parse(Text(row, 1), Text(row, 3), types));
        var indexes = rows.Where(row => Text(row, 0) is "index")
            .ToLookup(
                row => Text(row, 2),
                row => SqliteIndexParser.Parse(Text(row, 1), Text(row, 3)),
                StringComparer.OrdinalIgnoreCase
            );
        var wanted = parsed.Values.Where(table => IsWanted(request, table.Name));
        return new MetaData([.. wanted.Select(table => SqliteTableBuilder.Build(table, parsed, indexes[table.Name]))])
        {
            Objects =
            [
                .. rows.Where(row => Kind(row) is not ("table" or "index") && IsWanted(request, Text(row, 2)))
                    .Select(Object),
            ],
        };
    }

    /// <inheritdoc />
    public override async ValueTask<bool> HasTableAsync(
        CatalogQuery query,
        TableName table,
        CancellationToken cancellationToken
    )
    {
        var rows = await query(
                $"SELECT name FROM sqlite_master WHERE type = 'table' AND name = {TypeMap.Quote(table.Name)} COLLATE NOCASE",
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows.Count > 0;
    }

    /// <inheritdoc />
    public override async ValueTask<IReadOnlyList<string>> ReadTriggersAsync(
        CatalogQuery query,
        TableName table,
        CancellationToken cancellationToken
    )
    {
        var rows = await query(
                $"SELECT sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = {TypeMap.Quote(table.Name)} COLLATE NOCASE ORDER BY rowid",
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. rows.Select(row => Text(row, 0))];
    }

    private static SchemaObject Object(object?[] row) =>
        Kind(row) is "view" ? SqliteViewParser.Parse(Text(row, 1), Text(row, 3)) : Carried(row);

    /// <inheritdoc />
    public override async ValueTask<IndexState> IndexStateAsync(
        CatalogQuery query,
        TableName table,
        string index,
        CancellationToken cancellationToken
    )
    {
        var rows = await query(
                $"SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = {TypeMap.Quote(index)} COLLATE NOCASE AND tbl_name = {TypeMap.Quote(table.Name)} COLLATE NOCASE",
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows.Count > 0 ? IndexState.Complete : IndexState.Missing;
    }

    private static CarriedObject Carried(object?[] row) =>
        new(Kind(row), new TableName(Text(row, 1)), Text(row, 3).TrimEnd().TrimEnd(';') + ";") { AfterTables = true };

    /// <summary>What a person calls it.</summary>
    private static string Kind(object?[] row) =>
        (Text(row, 0), Text(row, 4)) is ("table", "virtual") ? "virtual table" : Text(row, 0);

    private static string Text(object?[] row, int column) => (string)row[column]!;

    private static bool IsWanted(CatalogRequest request, string table) =>
        request.Tables is null
        || request.Tables.Any(name => name.Name.Equals(table, StringComparison.OrdinalIgnoreCase));
}
