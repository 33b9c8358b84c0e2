namespace Retort;

/// <summary>The connections of a session: one while a transaction is open, else one for each read, given back when it is done.</summary>
internal sealed class SessionConnection(Engine engine)
{
    private Connection? _transaction;

    /// <summary>Whether the method of the session that is running blocks its thread.</summary>
    public bool Synchronous
    {
        get;
        set
        {
            field = value;
            _transaction?.Synchronous = value || engine.Dialect.DriverBlocks;
        }
    }

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => _transaction is not null;

    /// <summary>The connection of the transaction, or one that must be given back.</summary>
    public ValueTask<Connection> RentAsync(CancellationToken cancellationToken) =>
        _transaction is { } connection ? new(connection) : ConnectAsync(cancellationToken);

    /// <summary>Gives a connection back that was only for a read.</summary>
    public ValueTask ReturnAsync(Connection connection) =>
        ReferenceEquals(connection, _transaction) ? ValueTask.CompletedTask : connection.DisposeAsync();

    /// <summary>Begins the transaction.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            _transaction = connection;
        }
        finally
        {
            if (_transaction is null)
                await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Commits; when this fails, the transaction is rolled back.</summary>
    public async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        var connection = _transaction!;
        try
        {
            await connection.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Gives the connection of the transaction back; what was not committed is undone.</summary>
    public ValueTask EndAsync()
    {
        var connection = _transaction;
        _transaction = null;
        return connection?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private ValueTask<Connection> ConnectAsync(CancellationToken cancellationToken) =>
        engine.ConnectAsync(Synchronous, ConnectionPurpose.Session, cancellationToken);
}
