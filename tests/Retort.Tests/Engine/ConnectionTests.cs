namespace Retort.Tests.Engines;

/// <summary>Connections, and what becomes of them.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    [Row("C13.idle-connections")]
    public void An_idle_connection_serves_the_next_user()
    {
        using var first = _database.Engine.Connect();
        var driver = first.DbConnection;
        first.Dispose();
        using var second = _database.Engine.Connect();
        Assert.Same(driver, second.DbConnection);
        Assert.Throws<ObjectDisposedException>(() => first.Execute("SELECT 1"));
    }

    [Fact]
    [Row("C13.idle-connections")]
    public async Task A_connection_with_an_open_result_is_closed()
    {
        await using var first = await _database.Engine.ConnectAsync(TestContext.Current.CancellationToken);
        var driver = first.DbConnection;
        var reader = await first.ReadAsync("SELECT 1 UNION SELECT 2", TestContext.Current.CancellationToken);
        Assert.True(await reader.ReadAsync(TestContext.Current.CancellationToken));
        await first.DisposeAsync();
        using var second = _database.Engine.Connect();
        Assert.NotSame(driver, second.DbConnection);
    }

    [Fact]
    [Row("C13.idle-connections")]
    public void A_connection_that_lost_its_transaction_is_closed()
    {
        var first = _database.Engine.Connect();
        var driver = first.DbConnection;
        Io.Complete(first.BeginAsync(TestContext.Current.CancellationToken));
        first.Execute("ROLLBACK");
        first.Dispose();
        using var second = _database.Engine.Connect();
        Assert.NotSame(driver, second.DbConnection);
    }

    [Fact]
    [Row("C13.idle-connections")]
    public void A_migration_has_a_connection_of_its_own()
    {
        var first = _database.Engine.Connect(ConnectionPurpose.Migration);
        first.Dispose();
        using var second = _database.Engine.Connect();
        Assert.NotSame(first.DbConnection, second.DbConnection);
        Assert.Equal(1, second.Scalar<long>("PRAGMA foreign_keys"));
    }

    [Fact]
    [Row("C13.idle-connections")]
    public void Disposing_the_engine_closes_the_file()
    {
        _database.Save(new Team { Name = "Preventers" });
        Assert.True(File.Exists(_database.File + "-wal"));
        var used = _database.Engine.Connect();
        _database.Engine.Dispose();
        Assert.True(File.Exists(_database.File + "-wal"));
        used.Dispose();
        Assert.False(File.Exists(_database.File + "-wal"));
    }

    [Fact]
    [Row("C13.idle-connections")]
    public void A_prepared_statement_follows_a_change_of_the_schema()
    {
        var team = new Team { Name = "Preventers" };
        _database.Save(team);
        using (var session = _database.NewSession())
            Assert.NotNull(session.Get<Team>(team.Id));
        using (var migration = _database.Engine.Connect(ConnectionPurpose.Migration))
        {
            migration.Execute("DROP INDEX ix_team_name");
            migration.Execute("ALTER TABLE team ADD COLUMN other TEXT");
        }
        using (var session = _database.NewSession())
            Assert.NotNull(session.Get<Team>(team.Id));
    }

    [Fact]
    [Row("C10.connection")]
    public async Task A_transaction_that_is_not_committed_is_undone()
    {
        var token = TestContext.Current.CancellationToken;
        await using (var connection = await _database.Engine.ConnectAsync(token))
        {
            await connection.BeginAsync(token);
            Assert.True(connection.InTransaction);
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await connection.BeginAsync(token));
            Assert.Equal(1, await connection.ExecuteAsync("INSERT INTO team VALUES ('1', 'a')", token));
        }
        Assert.Null(_database.Scalar<string>("SELECT name FROM team"));
    }

    [Fact]
    [Row("C1.errors")]
    public void A_synchronous_call_never_waits_for_a_task()
    {
        var pending = new TaskCompletionSource<int>();
        Assert.Throws<InvalidOperationException>(() => Io.Complete(new ValueTask<int>(pending.Task)));
        Assert.Throws<InvalidOperationException>(() => Io.Complete(new ValueTask(pending.Task)));
    }
}
