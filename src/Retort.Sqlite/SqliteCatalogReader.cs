namespace Retort;

/// <summary>Reads a SQLite schema.</summary>
internal sealed class SqliteCatalogReader : CatalogReader
{
    /// <inheritdoc />
    public override async ValueTask<MetaData> ReadAsync(
        CatalogQuery query,
        CatalogRequest request,
        CancellationToken cancellationToken
    )
    {
        var rows = await query(
                """
                SELECT t.name, c.name, c.type, c."notnull", c.dflt_value, c.pk FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY t.name, c.cid
                """,
                cancellationToken
            )
            .ConfigureAwait(false);
        return new MetaData(
            rows.GroupBy(row => (string)row[0]!)
                .Where(group => request.Tables?.Contains(group.Key) ?? true)
                .Select(group => new Table(
                    group.Key,
                    [
                        .. group.Select(row =>
                            (ITableElement)
                                new Column((string)row[1]!, SqliteTypes.Instance.Parse((string)row[2]!))
                                {
                                    Nullable = (long)row[3]! == 0,
                                }
                        ),
                    ]
                ))
        );
    }
}
