namespace Retort.PostgreSql.Tests;

public sealed class LockTests : IDisposable
{
    private readonly TempDatabase _database = new();

    public void Dispose() => _database.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Row("L1.postgresql-lock")]
    public async Task One_at_a_time_has_the_lock_and_says_who_it_is()
    {
        await using var second = NewLock("two");
        await using (var first = NewLock("me@machine, process 1"))
        {
            Assert.Null(await second.HolderAsync(Cancellation));
            Assert.True(await first.TryTakeAsync(Cancellation));
            await first.RequireAsync(Cancellation);
            Assert.False(await second.TryTakeAsync(Cancellation));
            Assert.StartsWith(
                "me@machine, process 1",
                await second.HolderAsync(Cancellation),
                StringComparison.Ordinal
            );
        }
        Assert.Null(await second.HolderAsync(Cancellation));
        Assert.True(await second.TryTakeAsync(Cancellation));
    }

    [Fact]
    [Row("L1.postgresql-lock")]
    public async Task Version_tables_have_locks_of_their_own()
    {
        await using var one = NewLock("one");
        await using var other = NewLock("other", "other_version");
        await using var schema = NewLock("schema", new TableName("retort_version", "app"));
        Assert.True(await one.TryTakeAsync(Cancellation));
        Assert.True(await other.TryTakeAsync(Cancellation));
        Assert.True(await schema.TryTakeAsync(Cancellation));
    }

    [Fact]
    [Row("L1.postgresql-lost")]
    public async Task A_lock_whose_connection_was_ended_is_lost_and_says_so()
    {
        await using var taken = NewLock("me");
        Assert.True(await taken.TryTakeAsync(Cancellation));
        _database.Sql(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        );
        var error = await Assert.ThrowsAsync<DatabaseException>(() => taken.RequireAsync(Cancellation).AsTask());
        Assert.Equal("RT0326", error.Code);
        await using var next = NewLock("next");
        while (!await next.TryTakeAsync(Cancellation))
            await Task.Delay(10, Cancellation); // the server says that it ends before it has let go
    }

    [Fact]
    [Row("L1.postgresql-source")]
    public async Task A_lock_is_given_back_to_the_pool_of_the_application_unlocked()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(
            PostgreSqlDialect.Instance.ConnectionString(DatabaseUrl.Parse(PostgresCluster.Url(_database.Name)))
        );
        await using var engine = Engine.Create(PostgreSqlDialect.Instance, source);
        await using (var taken = engine.NewLock("retort_version", "me"))
            Assert.True(await taken.TryTakeAsync(Cancellation));
        await using var next = NewLock("next");
        Assert.True(await next.TryTakeAsync(Cancellation));
        await engine.DisposeAsync();
        await using var still = await source.OpenConnectionAsync(Cancellation);
    }

    private DatabaseLock NewLock(string holder, TableName? table = null) =>
        _database.Engine.NewLock(table ?? "retort_version", holder);
}
