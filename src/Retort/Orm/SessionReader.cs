namespace Retort;

/// <summary>The rows of a session's query, and the connection to give back when they are read.</summary>
internal sealed class SessionReader(SessionConnection connections, Connection connection, ResultReader rows)
    : IAsyncDisposable
{
    /// <summary>The current row.</summary>
    public Row Row => rows.Row;

    /// <summary>Goes to the next row; false behind the last one.</summary>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => rows.ReadAsync(cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await rows.DisposeAsync().ConfigureAwait(false);
        await connections.ReturnAsync(connection).ConfigureAwait(false);
    }
}
