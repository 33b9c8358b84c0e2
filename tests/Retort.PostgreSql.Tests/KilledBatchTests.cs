using System.Diagnostics;
using System.Globalization;

namespace Retort.PostgreSql.Tests;

/// <summary>A process that changes a table in batches, and is killed.</summary>
public sealed class KilledBatchTests
{
    private const int Rows = 2000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Row("I2.batches-killed")]
    public async Task The_next_process_goes_on_behind_the_last_range_and_changes_each_row_once()
    {
        using var database = new TempDatabase();
        database.Sql(
            $"CREATE TABLE numbers (id integer PRIMARY KEY, touched integer NOT NULL DEFAULT 0); INSERT INTO numbers SELECT n FROM generate_series(1, {Rows}) AS n"
        );
        using (var killed = Begin(database))
        {
            while (Touched(database) < Rows / 10)
                Assert.False(killed.HasExited);
            killed.Kill();
            await killed.WaitForExitAsync(Cancellation);
        }
        Assert.InRange(Touched(database), Rows / 10, Rows - 1);

        using var next = Begin(database);
        var output = await next.StandardOutput.ReadToEndAsync(Cancellation);
        await next.WaitForExitAsync(Cancellation);

        Assert.Contains("done 1", output, StringComparison.Ordinal);
        Assert.Equal("1 1", database.Sql("SELECT min(touched) || ' ' || max(touched) FROM numbers").Trim());
        Assert.Equal("ba7c4e500001", database.Sql("SELECT version_num FROM retort_version").Trim());
    }

    private static Process Begin(TempDatabase database)
    {
        var process = TrustTests.Start(database, "ba7c4e500001");
        process.StandardInput.WriteLine("go");
        return process;
    }

    private static int Touched(TempDatabase database) =>
        int.Parse(database.Sql("SELECT sum(touched) FROM numbers"), CultureInfo.InvariantCulture);
}
