namespace Retort;

/// <summary>Reads the schema of a PostgreSQL database: six queries, whatever the number of tables.</summary>
internal sealed class PostgreSqlCatalogReader : CatalogReader
{
    private const string Temporary = "n.oid = pg_my_temp_schema()";

    /// <inheritdoc />
    public override ValueTask<MetaData> ReadAsync(
        CatalogQuery query,
        CatalogRequest request,
        CancellationToken cancellationToken
    ) => ReadAsync(query, PostgreSqlCatalogQueries.Users, request, cancellationToken);

    /// <summary>Reads this session's temporary tables, without what there is beside tables: the names of enums are no more than names.</summary>
    public static ValueTask<MetaData> ReadTemporaryAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        ReadAsync(query, Temporary, null, cancellationToken);

    /// <summary>Reads what this session has that is temporary and no table.</summary>
    public static async ValueTask<IReadOnlyList<SchemaObject>> ReadTemporaryObjectsAsync(
        CatalogQuery query,
        CancellationToken cancellationToken
    ) => (await ReadAsync(query, Temporary, new CatalogRequest(), cancellationToken).ConfigureAwait(false)).Objects;

    /// <inheritdoc />
    public override async ValueTask<bool> HasTableAsync(
        CatalogQuery query,
        TableName table,
        CancellationToken cancellationToken
    )
    {
        var schema = table.Schema is { } name ? TypeMap.Quote(name) : "current_schema()";
        var rows = await query(
                $"""
                SELECT c.oid FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND c.relname = {TypeMap.Quote(table.Name)} AND n.nspname = {schema}
                """,
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows.Count > 0;
    }

    /// <inheritdoc />
    public override async ValueTask<IndexState> IndexStateAsync(
        CatalogQuery query,
        TableName table,
        string index,
        CancellationToken cancellationToken
    )
    {
        var schema = table.Schema is { } name ? TypeMap.Quote(name) : "current_schema()";
        var rows = await query(
                $"""
                SELECT i.indisvalid FROM pg_index AS i JOIN pg_class AS x ON x.oid = i.indexrelid
                  JOIN pg_class AS c ON c.oid = i.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
                WHERE x.relname = {TypeMap.Quote(index)} AND c.relname = {TypeMap.Quote(
                    table.Name
                )} AND n.nspname = {schema}
                """,
                cancellationToken
            )
            .ConfigureAwait(false);
        return rows switch
        {
            [] => IndexState.Missing,
            [[false]] => IndexState.Incomplete,
            _ => IndexState.Complete,
        };
    }

    private static async ValueTask<MetaData> ReadAsync(
        CatalogQuery query,
        string scope,
        CatalogRequest? request,
        CancellationToken cancellationToken
    )
    {
        var session = (await query(PostgreSqlCatalogQueries.Session, cancellationToken).ConfigureAwait(false))[0];
        var home = (string?)session[1];
        var queries = new PostgreSqlCatalogQueries(
            (int)session[0]!,
            scope,
            request is null ? null : Wanted(request, home)
        );
        return new PostgreSqlSchemaBuilder(home)
        {
            Tables = await RowsAsync(queries.Tables).ConfigureAwait(false),
            Columns = await RowsAsync(queries.Columns).ConfigureAwait(false),
            Constraints = await RowsAsync(queries.Constraints).ConfigureAwait(false),
            Indexes = await RowsAsync(queries.Indexes).ConfigureAwait(false),
            Objects = request is null ? [] : await RowsAsync(queries.Objects).ConfigureAwait(false),
        }.Build();

        ValueTask<IReadOnlyList<object?[]>> RowsAsync(string sql) =>
            query(PostgreSqlCatalogQueries.Uncompiled + sql, cancellationToken);
    }

    private static string? Wanted(CatalogRequest request, string? home) =>
        request.Tables switch
        {
            null => null,
            { Count: 0 } => "false",
            var tables =>
                $"(n.nspname, c.relname) IN ({string.Join(", ", tables.Select(table => $"({TypeMap.Quote(table.Schema ?? home ?? "")}, {TypeMap.Quote(table.Name)})"))})",
        };
}
