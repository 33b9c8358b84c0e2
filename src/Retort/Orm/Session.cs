namespace Retort;

/// <summary>
/// A unit of work with a database: it knows each object that it read or that was added to it, writes what was changed
/// in one transaction, and gives each row one object. Short-lived; used by one thread at a time.
/// </summary>
/// <remarks>
/// Reads need no transaction; the first flush begins one, and <see cref="Commit"/> or <see cref="Rollback"/> ends it.
/// After a commit objects keep their values; a session that is disposed without a commit has changed nothing.
/// Each method that talks to the database is there twice: to be awaited, and blocking.
/// </remarks>
/// <example>
/// <code>
/// await using var session = new Session(engine);
/// session.Add(new Hero { Name = "Deadpond", SecretName = "Dive Wilson" });
/// await session.CommitAsync();
/// </code>
/// </example>
public sealed partial class Session : IDisposable, IAsyncDisposable
{
    private int _inUse;
    private bool _disposed;

    /// <summary>A session with a database; nothing is opened yet.</summary>
    public Session(Engine engine) => (Engine, Connections) = (engine, new SessionConnection(engine));

    internal Engine Engine { get; }

    internal SessionConnection Connections { get; }

    internal ChangeTracker Tracker { get; } = new();

    /// <summary>The next flush inserts the object. One that has been read, or added before, stays as it is; one that was to be deleted is kept.</summary>
    /// <exception cref="SessionException">The session has another object with its key.</exception>
    public void Add<E>(E entity)
        where E : class, ITableModel<E>
    {
        ArgumentNullException.ThrowIfNull(entity);
        using var use = Enter();
        Tracker.Of<E>().Add(entity);
    }

    /// <summary>The next flush inserts the objects, in this order.</summary>
    /// <exception cref="SessionException">The session has another object with the key of one of them.</exception>
    public void AddAll<E>(params IEnumerable<E> entities)
        where E : class, ITableModel<E>
    {
        foreach (var entity in entities)
            Add(entity);
    }

    /// <summary>The next flush deletes the object's row. The object stays readable.</summary>
    /// <exception cref="SessionException">The object does not belong to the session.</exception>
    public void Delete<E>(E entity)
        where E : class, ITableModel<E>
    {
        ArgumentNullException.ThrowIfNull(entity);
        using var use = Enter();
        Tracker.Of<E>().Delete(entity);
    }

    /// <summary>Sends all that was added, changed and deleted to the database, within the transaction, which it begins if need be.</summary>
    /// <remarks>When it fails, the database is as it was before it, and the objects wait for the next flush as they are.</remarks>
    /// <exception cref="ConstraintViolationException">A constraint forbids it.</exception>
    /// <exception cref="StaleDataException">A row that was changed or deleted here is not there any more.</exception>
    /// <exception cref="SessionException">The key of an object was changed.</exception>
    public void Flush()
    {
        using var use = Enter();
        Io.Complete(FlushCoreAsync(CancellationToken.None));
    }

    /// <inheritdoc cref="Flush" />
    public async Task FlushAsync(CancellationToken cancellationToken = default)
    {
        using var use = Enter(synchronous: false);
        await FlushCoreAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Flushes, and makes the transaction last. Objects keep their values.</summary>
    /// <inheritdoc cref="Flush" path="/exception" />
    public void Commit()
    {
        using var use = Enter();
        Io.Complete(CommitCoreAsync(CancellationToken.None));
    }

    /// <inheritdoc cref="Commit" />
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        using var use = Enter(synchronous: false);
        await CommitCoreAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Undoes the transaction and all changes since the last commit: objects get their values of then, added ones are forgotten.</summary>
    public void Rollback()
    {
        using var use = Enter();
        Io.Complete(RollbackCoreAsync());
    }

    /// <inheritdoc cref="Rollback" />
    public async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var use = Enter(synchronous: false);
        await RollbackCoreAsync().ConfigureAwait(false);
    }

    /// <summary>Ends the session; what was not committed is undone in the database, objects stay as they are.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        using var use = Enter();
        _disposed = true;
        Io.Complete(Connections.EndAsync());
    }

    /// <inheritdoc cref="Dispose" />
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        using var use = Enter(synchronous: false);
        _disposed = true;
        await Connections.EndAsync().ConfigureAwait(false);
    }

    /// <summary>Begins one use of the session; it ends when the result is disposed.</summary>
    /// <exception cref="SessionException">Another use has not ended.</exception>
    internal Use Enter(bool synchronous = true)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.Exchange(ref _inUse, 1) != 0)
            throw SessionException.InUse();
        Connections.Synchronous = synchronous;
        return new Use(this);
    }

    /// <summary>One use of the session.</summary>
    internal readonly struct Use(Session session) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref session._inUse, 0);
    }
}
