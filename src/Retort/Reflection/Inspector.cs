namespace Retort;

/// <summary>Reads the schema that is in a database, through one connection.</summary>
/// <param name="catalog">The database's way of reading its catalog.</param>
/// <param name="query">Runs its queries.</param>
public sealed class Inspector(CatalogReader catalog, CatalogQuery query)
{
    /// <summary>The tables as they are, with the database's own types and texts.</summary>
    public ValueTask<MetaData> ReadAsync(
        CatalogRequest? request = null,
        CancellationToken cancellationToken = default
    ) => catalog.ReadAsync(query, request ?? new CatalogRequest(), cancellationToken);

    /// <summary>Whether a table is there; takes less than reading it.</summary>
    public ValueTask<bool> HasTableAsync(TableName table, CancellationToken cancellationToken = default) =>
        catalog.HasTableAsync(query, table, cancellationToken);

    /// <summary>How far an index of a table is.</summary>
    public ValueTask<IndexState> IndexStateAsync(
        TableName table,
        string index,
        CancellationToken cancellationToken = default
    ) => catalog.IndexStateAsync(query, table, index, cancellationToken);
}
