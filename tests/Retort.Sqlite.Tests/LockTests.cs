namespace Retort.Sqlite.Tests;

public sealed class LockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("retort-lock-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Row("L1.sqlite-lock")]
    public async Task One_at_a_time_has_the_lock_and_says_who_it_is()
    {
        var first = await TryAsync("one");
        Assert.NotNull(first);
        Assert.Null(await TryAsync("two"));
        Assert.Equal("one", await HolderAsync());
        await first.DisposeAsync();
        await first.DisposeAsync();
        Assert.Null(await HolderAsync());
        await using var second = await TryAsync("two");
        Assert.NotNull(second);
        Assert.Equal("two", await HolderAsync());
    }

    [Fact]
    [Row("L1.sqlite-many")]
    public async Task Never_two_of_many_have_it()
    {
        var (holders, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => WorkAsync(number))));
        Assert.Equal(1, most);

        async Task WorkAsync(int number)
        {
            DatabaseLock? taken;
            while ((taken = await TryAsync($"{number}")) is null)
                await Task.Delay(1, TestContext.Current.CancellationToken);
            await using (taken)
            {
                most = Math.Max(most, Interlocked.Increment(ref holders));
                await Task.Yield();
                Interlocked.Decrement(ref holders);
            }
        }
    }

    [Fact]
    [Row("L1.sqlite-memory")]
    public async Task A_database_in_memory_is_nobody_elses()
    {
        using var engine = Engine.Create(SqliteDialect.Instance, "Data Source=:memory:");
        await using var one = engine.NewLock("retort_version", "one");
        await using var two = engine.NewLock("retort_version", "two");
        Assert.True(await one.TryTakeAsync(Cancellation));
        Assert.True(await two.TryTakeAsync(Cancellation));
    }

    [Fact]
    [Row("L1.sqlite-no-folder")]
    public async Task A_lock_that_cannot_be_written_is_an_error_not_a_wait()
    {
        var error = await Assert.ThrowsAsync<DatabaseException>(() =>
            NewLock("me", "none/app.db").TryTakeAsync(Cancellation).AsTask()
        );
        Assert.Contains(Path.Combine(_folder, "none", "app.db.lock"), error.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DatabaseLock NewLock(string holder, string file = "app.db") =>
        SqliteDialect.Instance.NewLock(
            SqliteDialect.Instance.NewDataSource($"Data Source={_folder}/{file}", ConnectionPurpose.Migration),
            "retort_version",
            holder
        );

    private async ValueTask<DatabaseLock?> TryAsync(string holder)
    {
        var wanted = NewLock(holder);
        return await wanted.TryTakeAsync(Cancellation) ? wanted : null;
    }

    private ValueTask<string?> HolderAsync() => NewLock("nobody").HolderAsync(Cancellation);
}
