using Retort.Migrations;
using Shared;

namespace Retort.PostgreSql.Tests;

/// <summary>Each error says what happened, in which database, and what to type; never a password.</summary>
public sealed class ErrorTests : IDisposable
{
    private readonly TempDatabase _database = new();

    public void Dispose() => _database.Dispose();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Port => PostgresCluster.Address.Port;

    [Fact]
    [Row("F1.postgresql-unreachable")]
    public void A_server_that_does_not_run_is_named()
    {
        Refused<ConnectionFailedException>(
            "postgresql://me:secret@127.0.0.1:1/app",
            "me@127.0.0.1:1/app",
            "no server listens"
        );
        Refused<ConnectionFailedException>("postgresql:///app?host=/nowhere", "host=/nowhere", "no server listens");
        Refused<ConnectionFailedException>(
            "postgresql://me:secret@nowhere.invalid/app",
            "nowhere.invalid",
            "cannot be reached"
        );
    }

    [Fact]
    [Row("F1.postgresql-login")]
    public void A_wrong_password_and_a_missing_one_are_told_apart()
    {
        _database.Sql("DROP ROLE IF EXISTS stranger");
        _database.Sql("CREATE ROLE stranger LOGIN PASSWORD 'right'");
        Refused<ConnectionFailedException>(As("stranger:secret"), "stranger@", "password authentication failed");
        Refused<ConnectionFailedException>(As("stranger"), "stranger@", "No password");
        using var engine = Engine.Create(As("stranger:right"));
        using var connection = engine.Connect();
        Assert.Equal(1, connection.Scalar<int>("SELECT 1"));
    }

    [Fact]
    [Row("F1.postgresql-missing")]
    public void A_database_that_is_not_there_is_named() =>
        Refused<DatabaseMissingException>(
            $"postgresql://postgres@127.0.0.1:{Port}/nowhere",
            "/nowhere",
            "does not exist"
        );

    [Fact]
    [Row("F1.postgresql-rights")]
    public void A_missing_right_says_what_to_grant()
    {
        _database.Sql("CREATE TABLE secret_table (id int)");
        var role = $"reader_{_database.Name}";
        _database.Sql($"CREATE ROLE {role} LOGIN");
        using var engine = Engine.Create(As(role));
        using var connection = engine.Connect();
        var error = Assert.Throws<DatabaseException>(() => connection.Execute("SELECT * FROM secret_table"));
        Assert.Equal(("RT0321", "SELECT * FROM secret_table"), (error.Code, error.Statement));
        Assert.Contains("GRANT", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    [Row("F1.postgresql-schema")]
    public void A_schema_that_is_not_there_says_how_to_create_it()
    {
        using var connection = _database.Engine.Connect();
        var error = Assert.Throws<SchemaMissingException>(() => connection.Execute("CREATE TABLE ops.t (id int)"));
        Assert.Contains("\"ops\" does not exist", error.Message, StringComparison.Ordinal);
        Assert.Contains("CREATE SCHEMA", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    [Row("F1.postgresql-schema")]
    public async Task A_version_table_whose_schema_is_not_there_is_an_error_before_anything_is_run()
    {
        using var project = new ScriptedProject(_database.Engine);
        project.Add("a1", up: op => op.CreateTable("hero", Ddl.Column("id", Ddl.Integer())));
        var commands = new MigrationCommands(
            project.Context with
            {
                Config = project.Context.Config with { VersionTableSchema = "Ops" },
            }
        );

        Assert.Empty((await commands.CurrentAsync(Cancellation)).Revisions);
        foreach (
            var run in new Func<Task>[]
            {
                () => commands.UpgradeAsync(cancellationToken: Cancellation),
                () => commands.StampAsync(new(["a1"]), Cancellation),
                () => commands.EnsureVersionAsync(Cancellation),
            }
        )
        {
            var error = await Assert.ThrowsAsync<MigrationException>(run);
            Assert.Equal("RT0716", error.Code);
            Assert.Contains("no schema 'Ops'. Nothing was run", error.Message, StringComparison.Ordinal);
            Assert.Contains("CREATE SCHEMA \"Ops\".", error.Hint, StringComparison.Ordinal);
        }
        Assert.Empty((await MetaData.ReflectAsync(_database.Engine, cancellationToken: Cancellation)).Tables);
        _database.Sql("CREATE SCHEMA \"Ops\"");
        Assert.Equal(["a1"], (await commands.UpgradeAsync(cancellationToken: Cancellation)).Heads);
    }

    [Fact]
    [Row("F1.postgresql-standby")]
    public async Task A_standby_can_be_read_and_says_that_it_is_one()
    {
        var standby = PostgresCluster.StartStandby();
        using var engine = Engine.Create($"postgresql://postgres@127.0.0.1:{standby}/{_database.Name}");
        await using var connection = await engine.ConnectAsync(Cancellation);
        Assert.Equal(1, await connection.ScalarAsync<int>("SELECT 1", Cancellation));
        var error = await Assert.ThrowsAsync<DatabaseException>(() =>
            connection.ExecuteAsync("CREATE TABLE t (id int)", Cancellation).AsTask()
        );
        Assert.Equal("RT0305", error.Code);
        Assert.Contains("is a standby", error.Message, StringComparison.Ordinal);
        using var both = Engine.Create($"postgresql://postgres@127.0.0.1:{standby},127.0.0.1:{Port}/{_database.Name}");
        using var migration = both.Connect(ConnectionPurpose.Migration);
        Assert.False(migration.Scalar<bool>("SELECT pg_is_in_recovery()"));
    }

    [Fact]
    [Row("F1.postgresql-old")]
    public async Task A_server_that_is_too_old_is_refused()
    {
        await using var old = new OldServer("11.22");
        var error = Assert.Throws<DatabaseException>(() =>
            Engine.Create(PostgreSqlDialect.Instance, old.ConnectionString).Connect()
        );
        Assert.Equal("RT0324", error.Code);
        Assert.Contains("PostgreSQL 11.22", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SET lock_timeout = '50ms'; LOCK TABLE held", typeof(DatabaseLockedException))]
    [InlineData("SET statement_timeout = '50ms'; SELECT pg_sleep(5)", typeof(DatabaseException))]
    [Row("F1.postgresql-timeouts")]
    public async Task A_limit_of_time_says_which(string sql, Type expected)
    {
        _database.Sql("CREATE TABLE held (id int)");
        await using var holder = await _database.Engine.ConnectAsync(Cancellation);
        await holder.BeginAsync(Cancellation);
        await holder.ExecuteAsync("LOCK TABLE held", Cancellation);
        await using var connection = await _database.Engine.ConnectAsync(Cancellation);
        await connection.BeginAsync(Cancellation);
        var error = await Assert.ThrowsAnyAsync<DatabaseException>(() =>
            connection.ExecuteAsync(sql, Cancellation).AsTask()
        );
        Assert.IsType(expected, error);
        Assert.Contains("timeout", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("F1.postgresql-deadlock")]
    public async Task A_deadlock_says_to_run_the_transaction_again()
    {
        _database.Sql("CREATE TABLE a (id int); CREATE TABLE b (id int)");
        var met = new TaskCompletionSource[] { new(), new() };
        var both = await Task.WhenAll(CrossAsync("a", "b", met[0], met[1]), CrossAsync("b", "a", met[1], met[0]));
        Assert.Equal("RT0322", Assert.Single(both, code => code is not null));
    }

    [Fact]
    [Row("F1.postgresql-ended")]
    public async Task A_connection_that_the_server_ended_is_not_used_again()
    {
        await using (var connection = await _database.Engine.ConnectAsync(Cancellation))
        {
            await connection.BeginAsync(Cancellation);
            _database.Sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            );
            await Assert.ThrowsAsync<ConnectionFailedException>(() =>
                connection.ExecuteAsync("SELECT 1", Cancellation).AsTask()
            );
        }
        await using var next = await _database.Engine.ConnectAsync(Cancellation);
        Assert.Equal(1, await next.ScalarAsync<int>("SELECT 1", Cancellation));
    }

    [Fact]
    [Row("F1.postgresql-aborted")]
    public async Task What_a_failed_statement_has_undone_is_never_committed_silently()
    {
        _database.Sql("CREATE TABLE t (id int)");
        await using var connection = await _database.Engine.ConnectAsync(Cancellation);
        await connection.BeginAsync(Cancellation);
        await connection.ExecuteAsync("INSERT INTO t VALUES (1)", Cancellation);
        await Assert.ThrowsAsync<DatabaseException>(() =>
            connection.ExecuteAsync("SELECT 1 / 0", Cancellation).AsTask()
        );
        var error = await Assert.ThrowsAsync<DatabaseException>(() => connection.CommitAsync(Cancellation).AsTask());
        Assert.Equal("RT0327", error.Code);
        await connection.RollbackAsync(Cancellation);
        await connection.BeginAsync(Cancellation);
        await connection.ExecuteAsync("INSERT INTO t VALUES (2)", Cancellation);
        await connection.CommitAsync(Cancellation);
        Assert.Equal("2", _database.Sql("SELECT id FROM t").Trim());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Row("F1.postgresql-new-types")]
    public async Task Types_that_a_migration_creates_are_known_to_sessions(bool synchronous)
    {
        await using (var early = await _database.Engine.ConnectAsync(Cancellation))
            await early.ExecuteAsync("SELECT 1", Cancellation);
        var migration = synchronous
            ? _database.Engine.Connect(ConnectionPurpose.Migration)
            : await _database.Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        await migration.ExecuteAsync("CREATE TYPE mood AS ENUM ('fine')", Cancellation);
        if (synchronous)
            migration.Dispose();
        else
            await migration.DisposeAsync();
        await using var late = await _database.Engine.ConnectAsync(Cancellation);
        Assert.Equal("fine", await late.ScalarAsync<string>("SELECT 'fine'::mood", Cancellation));
    }

    [Theory]
    [InlineData(ConnectionPurpose.Migration, "DETAIL: view v depends on table t")]
    [InlineData(ConnectionPurpose.Inspection, "DETAIL: view v depends on table t")]
    [InlineData(ConnectionPurpose.Session, null)]
    [Row("F1.postgresql-detail")]
    public async Task What_stands_in_the_way_is_named_but_not_to_users_of_an_application(
        ConnectionPurpose purpose,
        string? detail
    )
    {
        _database.Sql("CREATE TABLE t (id int); CREATE VIEW v AS SELECT id FROM t");
        await using var connection = await _database.Engine.ConnectAsync(purpose, Cancellation);
        var error = await Assert.ThrowsAsync<DatabaseException>(() =>
            connection.ExecuteAsync("DROP TABLE t", Cancellation).AsTask()
        );
        Assert.Equal(detail is not null, error.Message.Contains(detail ?? "DETAIL", StringComparison.Ordinal));
        Assert.Contains("because other objects depend on it", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("redacted", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("F1.postgresql-text")]
    public void Text_that_PostgreSQL_cannot_keep_is_refused()
    {
        var writer = PostgreSqlDialect.Instance.NewParameterWriter(new Npgsql.NpgsqlCommand());
        Assert.Contains(
            "NUL",
            Assert.Throws<ArgumentException>(() => writer.Write("a\0b")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "character 2",
            Assert.Throws<ArgumentException>(() => writer.Write("a\ud800b")).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => PostgreSqlDialect.Instance.Types.Literal("a\0b"));
    }

    private async Task<string?> CrossAsync(
        string first,
        string second,
        TaskCompletionSource mine,
        TaskCompletionSource other
    )
    {
        await using var connection = await _database.Engine.ConnectAsync(Cancellation);
        await connection.BeginAsync(Cancellation);
        await connection.ExecuteAsync($"LOCK TABLE {first}", Cancellation);
        mine.SetResult();
        await other.Task;
        try
        {
            await connection.ExecuteAsync($"LOCK TABLE {second}", Cancellation);
            return null;
        }
        catch (DatabaseException error)
        {
            return error.Code;
        }
    }

    private string As(string user) => $"postgresql://{user}@127.0.0.1:{Port}/{_database.Name}";

    private static void Refused<T>(string url, string where, string what)
        where T : DatabaseException
    {
        using var engine = Engine.Create(url);
        var error = Assert.Throws<T>(() => engine.Connect());
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Hint);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }
}
