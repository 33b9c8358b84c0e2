using System.Globalization;

namespace Retort.Migrations;

/// <summary>Takes a database's lock, asking again and again: never a wait inside the database, which could hold up others.</summary>
internal static class LockWait
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <exception cref="LockTimeoutException">Somebody else kept the lock for as long as was waited.</exception>
    public static async ValueTask<DatabaseLock> TakeAsync(
        Engine engine,
        MigrationOptions options,
        CancellationToken cancellationToken
    )
    {
        var clock = engine.Options.TimeProvider;
        var started = clock.GetTimestamp();
        var pause = FirstPause;
        var told = false;
        while (true)
        {
            if (await engine.TryLockAsync(Holder(options, clock), cancellationToken).ConfigureAwait(false) is { } taken)
                return taken;
            var waited = clock.GetElapsedTime(started);
            if (waited >= options.LockTimeout)
                throw new LockTimeoutException(
                    engine.Description,
                    await engine.LockHolderAsync(cancellationToken).ConfigureAwait(false),
                    options.LockTimeout
                );
            if (!told && waited >= Patience)
            {
                told = true;
                var holder = await engine.LockHolderAsync(cancellationToken).ConfigureAwait(false);
                options.Progress?.Report(new WaitingForLock(holder, options.LockTimeout));
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
