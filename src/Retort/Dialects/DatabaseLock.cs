using System.Data.Common;

namespace Retort;

/// <summary>A database whose lock is wanted.</summary>
/// <param name="ConnectionString">What names it.</param>
/// <param name="NewConnection">Makes a closed connection to it that is shared with nobody.</param>
public sealed record LockableDatabase(string ConnectionString, Func<DbConnection> NewConnection);

/// <summary>
/// The right to change the schema of a database, held by one process at a time. It orders the runners and nothing else:
/// correctness must not depend on it. It ends with its process, however that ends.
/// </summary>
public abstract class DatabaseLock : IAsyncDisposable
{
    /// <summary>Gives the lock back; once is enough.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>A lock on a database that nobody else can reach.</summary>
    public static DatabaseLock Unshared { get; } = new UnsharedLock();

    private sealed class UnsharedLock : DatabaseLock
    {
        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
