namespace Retort.Migrations;

/// <summary>An index that is built or dropped while others write: that takes the database several transactions, and an end in between leaves it half done.</summary>
internal sealed class ConcurrentIndex(Connection connection, DdlElement change)
{
    private readonly (TableName Table, string Name, bool Builds) _index = change switch
    {
        CreateIndex create => (create.Table, create.Index.Name!, true),
        DropIndex drop => (drop.Table, drop.Name, false),
        _ => throw new ArgumentException("The change is of no index.", nameof(change)),
    };

    /// <summary>Of a part that runs outside of a transaction; null: it is about something else.</summary>
    public static ConcurrentIndex? Of(Connection connection, RevisionPart part) =>
        part is { Transaction: DdlTransaction.None, Work: [SchemaWork { Change: CreateIndex or DropIndex } only] }
            ? new(connection, only.Change)
            : null;

    /// <summary>Whether there is nothing left to do.</summary>
    public async ValueTask<bool> IsDoneAsync(CancellationToken cancellationToken) =>
        await StateAsync(cancellationToken).ConfigureAwait(false)
        == (_index.Builds ? IndexState.Complete : IndexState.Missing);

    /// <summary>Drops what an earlier run has left, so that the index can be built again.</summary>
    public async ValueTask CleanAsync(CancellationToken cancellationToken)
    {
        if (_index.Builds && await StateAsync(cancellationToken).ConfigureAwait(false) is IndexState.Incomplete)
            await SchemaChanger
                .ExecuteAsync(
                    connection,
                    [new DropIndex(_index.Table, _index.Name) { Concurrently = true }],
                    cancellationToken
                )
                .ConfigureAwait(false);
    }

    private ValueTask<IndexState> StateAsync(CancellationToken cancellationToken) =>
        connection.Inspector.IndexStateAsync(_index.Table, _index.Name, cancellationToken);
}
