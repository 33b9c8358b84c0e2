using System.Globalization;

namespace Retort.Sqlite.Tests;

public sealed class PreparationTests
{
    [Fact]
    [Row("F1.session-connection")]
    public void A_session_enforces_foreign_keys_and_writes_ahead()
    {
        using var database = new TempDatabase();
        Assert.Equal(1L, database.Rows("PRAGMA foreign_keys")[0][0]);
        Assert.Equal("wal", database.Rows("PRAGMA journal_mode")[0][0]);
        Assert.Equal(30000L, database.Rows("PRAGMA busy_timeout")[0][0]);
    }

    [Fact]
    [Row("C1.relative-path")]
    public void A_relative_path_is_settled_when_the_engine_is_created() =>
        Assert.Contains(
            Path.GetFullPath("app.db"),
            SqliteDialect.Instance.ForEngine("Data Source=app.db"),
            StringComparison.Ordinal
        );

    [Fact]
    [Row("F1.migration-connection")]
    public async Task A_migration_runs_without_foreign_keys_on_a_connection_of_its_own()
    {
        using var database = new TempDatabase();
        database.Run("CREATE TABLE t (a)");
        await using var connection = await database.Engine.ConnectAsync(
            ConnectionPurpose.Migration,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(
            0L,
            await connection.ScalarAsync<long>("PRAGMA foreign_keys", TestContext.Current.CancellationToken)
        );
        Assert.Contains("Pooling=False", connection.DbConnection.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    [Row("F1.inspection")]
    public void An_inspection_creates_no_file()
    {
        using var database = new TempDatabase();
        var error = Assert.Throws<DatabaseMissingException>(() =>
            database.Engine.Connect(ConnectionPurpose.Inspection)
        );
        Assert.Contains(database.File, error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(database.File));
    }

    [Fact]
    [Row("F1.memory")]
    public void A_database_in_memory_lives_as_long_as_its_engine_and_is_its_own()
    {
        using var one = Engine.Create(SqliteDialect.Instance, "Data Source=:memory:");
        using var other = Engine.Create(SqliteDialect.Instance, "Data Source=:memory:");
        using (var connection = one.Connect())
            connection.Execute("CREATE TABLE t (a)");
        using var again = one.Connect();
        Assert.Equal(0, again.Execute("INSERT INTO t SELECT 1 WHERE 0"));
        using var elsewhere = other.Connect();
        Assert.Throws<DatabaseException>(() => elsewhere.Execute("INSERT INTO t VALUES (1)"));
    }

    [Fact]
    [Row("F1.now")]
    public void Now_is_written_as_a_point_in_time_is_stored()
    {
        using var database = new TempDatabase();
        var text = (string)database.Rows($"SELECT {SqliteDialect.Instance.Syntax.Now}")[0][0]!;
        var now = DateTimeOffset.ParseExact(text, "yyyy-MM-dd HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
        Assert.InRange(now, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
    }

    [Fact]
    [Row("F1.busy-open")]
    public void Opening_does_not_wait_for_somebody_who_writes()
    {
        using var database = new TempDatabase();
        using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database.File};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "CREATE TABLE t (a); INSERT INTO t VALUES (1); BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(
            [
                [1L],
            ],
            database.Rows("SELECT a FROM t")
        );
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"It took {watch.Elapsed}.");
    }
}
