namespace Retort.Migrations;

/// <summary>Work on a database that nobody else who asks for its lock can do at the same time.</summary>
internal static class LockedDatabase
{
    /// <summary>Takes the lock, opens a connection, and does the work.</summary>
    /// <exception cref="LockTimeoutException">Somebody else kept the lock.</exception>
    public static async Task<T> RunAsync<T>(
        Engine engine,
        MigrationOptions options,
        Func<MigrationContext, DatabaseLock, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        var taken = await LockWait.TakeAsync(engine, options, cancellationToken).ConfigureAwait(false);
        await using (taken.ConfigureAwait(false))
        {
            var connection = await engine
                .ConnectAsync(ConnectionPurpose.Migration, cancellationToken)
                .ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
                return await work(new MigrationContext(connection, options), taken).ConfigureAwait(false);
        }
    }
}
