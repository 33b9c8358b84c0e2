using System.Globalization;

namespace Retort.Migrations;

/// <summary>Takes a database's lock, asking again and again: never a wait inside the database, which could hold up others.</summary>
internal static class LockWait
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <exception cref="LockTimeoutException">Somebody else kept the lock for as long as was waited.</exception>
    public static async ValueTask<DatabaseLock> TakeAsync(
        Engine engine,
        MigrationOptions options,
        CancellationToken cancellationToken
    )
    {
        var wanted = engine.NewLock(options.VersionTable, Holder(options, engine.Options.TimeProvider));
        try
        {
            await TakeAsync(wanted, engine, options, cancellationToken).ConfigureAwait(false);
            return wanted;
        }
        catch
        {
            await wanted.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async ValueTask TakeAsync(
        DatabaseLock wanted,
        Engine engine,
        MigrationOptions options,
        CancellationToken cancellationToken
    )
    {
        var clock = engine.Options.TimeProvider;
        var started = clock.GetTimestamp();
        var pause = FirstPause;
        var told = false;
        var limit = options.LockTimeout ?? Longest;
        while (!await wanted.TryTakeAsync(cancellationToken).ConfigureAwait(false))
        {
            var waited = clock.GetElapsedTime(started);
            if (waited >= limit)
                throw new LockTimeoutException(
                    engine.Description,
                    await wanted.HolderAsync(cancellationToken).ConfigureAwait(false),
                    limit
                );
            if (!told && waited >= Patience)
            {
                told = true;
                var holder = await wanted.HolderAsync(cancellationToken).ConfigureAwait(false);
                options.Progress?.Report(new WaitingForLock(holder, limit));
            }
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static string Holder(MigrationOptions options, TimeProvider clock) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Who}, process {Environment.ProcessId}, since {clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC"
        );
}
