namespace Retort;

/// <summary>Runs one catalog query and gives all its rows; made by a connection, which decides how it waits.</summary>
/// <param name="sql">The query, without parameters; of several statements, the last that has rows gives them.</param>
/// <param name="cancellationToken">Cancels the wait.</param>
public delegate ValueTask<IReadOnlyList<object?[]>> CatalogQuery(string sql, CancellationToken cancellationToken);

/// <summary>What to read of a database.</summary>
public sealed record CatalogRequest
{
    /// <summary>
    /// Only these tables with what stands on them, such as triggers, and the types and functions that tables may use; null: everything.
    /// </summary>
    public IReadOnlyCollection<TableName>? Tables { get; init; }
}

/// <summary>Reads the schema that is in a database, in as few queries as the database allows however many tables there are.</summary>
public abstract class CatalogReader
{
    /// <summary>The tables as they are, with the database's own types and texts.</summary>
    public abstract ValueTask<MetaData> ReadAsync(
        CatalogQuery query,
        CatalogRequest request,
        CancellationToken cancellationToken
    );

    /// <summary>Whether a table is there, by as little reading as the database allows.</summary>
    public abstract ValueTask<bool> HasTableAsync(
        CatalogQuery query,
        TableName table,
        CancellationToken cancellationToken
    );

    /// <summary>How far an index of a table is.</summary>
    public abstract ValueTask<IndexState> IndexStateAsync(
        CatalogQuery query,
        TableName table,
        string index,
        CancellationToken cancellationToken
    );

    /// <summary>The statements that create the triggers of a table, which a rebuild creates again; none where no table is ever rebuilt.</summary>
    public virtual ValueTask<IReadOnlyList<string>> ReadTriggersAsync(
        CatalogQuery query,
        TableName table,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<string>>([]);
}
