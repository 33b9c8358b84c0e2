namespace Retort;

/// <summary>
/// The right to change the schema of a database, held by one process at a time. It orders the runners and nothing else:
/// correctness must not depend on it. It ends with its process, however that ends.
/// </summary>
public abstract class DatabaseLock : IAsyncDisposable
{
    /// <summary>A lock on a database that nobody else can reach.</summary>
    public static DatabaseLock Unshared { get; } = new UnsharedLock();

    /// <summary>Takes the lock where nobody has it; does not wait for whoever has it.</summary>
    /// <returns>Whether it is taken.</returns>
    /// <exception cref="DatabaseException">The database has no such lock to give.</exception>
    public abstract ValueTask<bool> TryTakeAsync(CancellationToken cancellationToken = default);

    /// <summary>Who has the lock; null: nobody, or not known.</summary>
    public abstract ValueTask<string?> HolderAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes sure that the lock that was taken is held still.</summary>
    /// <exception cref="DatabaseException">It was lost; the error says how.</exception>
    public virtual ValueTask RequireAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    /// <summary>Gives the lock back; once is enough.</summary>
    public abstract ValueTask DisposeAsync();

    private sealed class UnsharedLock : DatabaseLock
    {
        public override ValueTask<bool> TryTakeAsync(CancellationToken cancellationToken) => ValueTask.FromResult(true);

        public override ValueTask<string?> HolderAsync(CancellationToken cancellationToken) =>
            ValueTask.FromResult<string?>(null);

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
