namespace Retort;

/// <summary>Connections of an engine that nobody uses at the moment, open and with their prepared commands. For drivers whose own pool forgets these.</summary>
internal sealed class ConnectionPool(int capacity) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Stack<PhysicalConnection> _idle = [];
    private bool _closed;

    /// <summary>The connection that was used last; null: none is idle.</summary>
    public PhysicalConnection? Take()
    {
        if (capacity == 0)
            return null;
        lock (_lock)
            return _idle.TryPop(out var connection) ? connection : null;
    }

    /// <summary>Keeps a connection for the next user; false: it must be closed.</summary>
    public bool Keep(PhysicalConnection connection)
    {
        if (capacity == 0)
            return false;
        lock (_lock)
        {
            if (_closed || _idle.Count >= capacity)
                return false;
            _idle.Push(connection);
            return true;
        }
    }

    /// <summary>Closes the idle connections; those in use are closed when they come back.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            while (_idle.TryPop(out var connection))
                connection.Close();
        }
    }
}
