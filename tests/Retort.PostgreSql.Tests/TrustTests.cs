using System.Diagnostics;
using System.Globalization;

namespace Retort.PostgreSql.Tests;

/// <summary>
/// Twenty real processes that begin at the same moment, on each of the ways in which the one that works can go: it finishes, it is killed,
/// the server ends the connection of its lock. <c>RETORT_TRUST_REPETITIONS=20</c> repeats it as often.
/// </summary>
[Collection(nameof(TrustTests))]
public sealed class TrustTests
{
    private const int Processes = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public enum Fate
    {
        Finishes,
        IsKilled,
        LosesItsLock,
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Fate, int> Fates
    {
        get
        {
            var count = Environment.GetEnvironmentVariable("RETORT_TRUST_REPETITIONS") is { Length: > 0 } asked
                ? int.Parse(asked, CultureInfo.InvariantCulture)
                : 3;
            Fate[] fates =
                count < 4
                    ? [Fate.Finishes, Fate.IsKilled, Fate.LosesItsLock]
                    : [Fate.Finishes, Fate.IsKilled, Fate.Finishes, Fate.LosesItsLock];
            return [.. Enumerable.Range(0, count).Select(at => (fates[at % fates.Length], at))];
        }
    }

    [Theory, MemberData(nameof(Fates))]
    [Row("L1.twenty-processes")]
    public async Task Of_twenty_processes_one_runs_the_revision(Fate fate, int repetition)
    {
        using var database = new TempDatabase();
        database.Sql("CREATE TABLE marker (at timestamptz DEFAULT now())");
        var processes = Enumerable.Range(0, Processes).Select(_ => Start(database)).ToList();
        try
        {
            foreach (var process in processes)
                Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(Cancellation));
            foreach (var process in processes)
                await process.StandardInput.WriteLineAsync("go");
            var holder = await HolderAsync(database);
            var worker = processes.Single(process =>
                holder.Contains($"process {process.Id},", StringComparison.Ordinal)
            );
            if (fate is Fate.IsKilled)
                worker.Kill();
            else if (fate is Fate.LosesItsLock)
                database.Sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                );

            var ends = await Task.WhenAll(processes.Select(process => EndAsync(process, worker)));

            Assert.Equal("1", database.Sql("SELECT count(*) FROM marker").Trim());
            Assert.Equal("0123456789ab", database.Sql("SELECT * FROM retort_version").Trim());
            Assert.All(ends, end => Assert.True(IsRight(end, fate), $"{repetition}: {end}"));
        }
        finally
        {
            foreach (var process in processes)
            {
                if (!process.HasExited)
                    process.Kill();
                process.Dispose();
            }
        }
    }

    /// <summary>Where a lock is lost while its holder works, whoever takes it finds that the version rows moved, and does nothing.</summary>
    private static bool IsRight(End end, Fate fate) =>
        end.Code == 0
        || (fate is Fate.IsKilled && end.IsWorker)
        || (fate is Fate.LosesItsLock && end.Output.Contains("RT0714", StringComparison.Ordinal));

    /// <summary>Starts a process that migrates once it gets a line.</summary>
    internal static Process Start(TempDatabase database, params string[] target)
    {
        var program = Repository.PathOf("artifacts", "bin", "Retort.LockRunner", "debug", "Retort.LockRunner.dll");
        var start = new ProcessStartInfo("dotnet", [program, PostgresCluster.Url(database.Name), .. target])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        return Process.Start(start)!;
    }

    /// <summary>Who works, as those who wait would say it.</summary>
    private static async Task<string> HolderAsync(TempDatabase database)
    {
        await using var asked = database.Engine.NewLock("retort_version", "nobody");
        await using var connection = await database.Engine.ConnectAsync(Cancellation);
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Patience; )
        {
            // only while the revision runs: the first of the twenty, which all the others wait for
            var runs = await connection.ScalarAsync<bool>(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE 'DO%pg_sleep%' AND datname = current_database() AND state = 'active')",
                Cancellation
            );
            if (runs && await asked.HolderAsync(Cancellation) is { } holder)
                return holder;
            await Task.Delay(5, Cancellation);
        }
        throw new TimeoutException("Nobody took the lock.");
    }

    private static async Task<End> EndAsync(Process process, Process worker)
    {
        var output = await process.StandardOutput.ReadToEndAsync(Cancellation).WaitAsync(Patience, Cancellation);
        await process.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        return new End(process.ExitCode, ReferenceEquals(process, worker), output);
    }

    /// <summary>Alone on the machine: what is watched lasts 300 milliseconds.</summary>
    [CollectionDefinition(nameof(TrustTests), DisableParallelization = true)]
    public sealed class Alone;

    private sealed record End(int Code, bool IsWorker, string Output);
}
