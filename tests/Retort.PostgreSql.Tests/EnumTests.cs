using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests;

/// <summary>Labels of enums come, go and move; what stands on the columns of the type stays.</summary>
public sealed class EnumTests : IDisposable
{
    private readonly TempDatabase _database = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Fact]
    [Row("I1.enum-labels")]
    public async Task Labels_go_and_move_and_what_stands_on_the_columns_stays()
    {
        _database.Sql(
            """
            CREATE SCHEMA app;
            CREATE TYPE app."Mood" AS ENUM ('sad', 'it''s ok', 'happy');
            COMMENT ON TYPE app."Mood" IS 'how';
            CREATE TABLE "Hero" (id int PRIMARY KEY, mood app."Mood" DEFAULT 'happy' NOT NULL UNIQUE, moods app."Mood"[] DEFAULT '{happy}',
              CONSTRAINT ck CHECK (mood <> 'it''s ok'), age int);
            COMMENT ON CONSTRAINT ck ON "Hero" IS 'why';
            CREATE INDEX ix ON "Hero" (age) WHERE mood = 'happy';
            COMMENT ON INDEX ix IS 'fast';
            CREATE TABLE pet (mood app."Mood" REFERENCES "Hero" (mood) ON DELETE CASCADE);
            CREATE TABLE part (mood app."Mood", n int, CHECK (mood <> 'it''s ok')) PARTITION BY RANGE (n);
            CREATE INDEX ix_part ON part (n) WHERE mood = 'happy';
            CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (0) TO (10);
            INSERT INTO "Hero" VALUES (1, 'happy', '{happy,"it''s ok"}', 3);
            INSERT INTO pet VALUES ('happy');
            INSERT INTO part VALUES ('happy', 5);
            """
        );
        var before = PostgresCluster.Dump(_database.Name);

        await RunAsync(op =>
            op.AlterEnum(InSchema("app", "Mood"), ["happy", "new", "it's ok"], ["sad", "it's ok", "happy"])
        );

        Assert.Equal("happy|{happy,\"it's ok\"}", _database.Sql("SELECT mood, moods FROM \"Hero\"").Trim());
        Assert.Equal("happy", _database.Sql("SELECT mood FROM pet JOIN part_1 USING (mood)").Trim());
        await RunAsync(op => op.AlterEnum(InSchema("app", "Mood"), ["sad", "it's ok", "happy"]));
        Assert.Equal(Sorted(before), Sorted(PostgresCluster.Dump(_database.Name)));
    }

    [Fact]
    [Row("I1.enum-labels")]
    public async Task Rows_with_a_label_that_goes_are_refused_and_nothing_is_changed()
    {
        _database.Sql(
            "CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TABLE hero (mood mood); INSERT INTO hero VALUES ('sad')"
        );
        var before = PostgresCluster.Dump(_database.Name);
        var error = await Assert.ThrowsAsync<DatabaseException>(() => RunAsync(op => op.AlterEnum("mood", ["ok"])));
        Assert.Contains("\"sad\"", error.Message);
        Assert.Equal(before, PostgresCluster.Dump(_database.Name));
    }

    [Fact]
    [Row("J1.enum-labels")]
    public async Task Labels_that_are_added_gone_or_moved_are_detected_and_come_back()
    {
        await _database.Engine.CreateAllAsync(Schema("sad", "sad", "ok"), Cancellation);
        _database.Sql("INSERT INTO hero VALUES (1, 'ok')");

        var changed = await CompareAsync(Schema("ok", "new", "ok"));
        Assert.Equal(
            [
                "Detected server default change on column 'hero.mood'",
                "Detected added label 'new' of enum 'mood'",
                "Detected removed label 'sad' of enum 'mood'",
            ],
            changed.Detected
        );
        Assert.NotNull(changed.Upgrade.Single(step => step is AlterEnumOp).Destroys);
        await RunAsync(changed.Upgrade);
        Assert.Empty((await CompareAsync(Schema("ok", "new", "ok"))).Detected);
        await RunAsync(changed.Downgrade);
        Assert.Empty((await CompareAsync(Schema("sad", "sad", "ok"))).Detected);

        var moved = await CompareAsync(Schema("sad", "ok", "sad"));
        Assert.Equal(["Detected changed order of the labels of enum 'mood'"], moved.Detected);
        Assert.Null(moved.Upgrade.Single(step => step is AlterEnumOp).Destroys);
        await RunAsync(moved.Upgrade);
        Assert.Empty((await CompareAsync(Schema("sad", "ok", "sad"))).Detected);
        Assert.Equal("ok", _database.Sql("SELECT mood FROM v").Trim());
    }

    private static MetaData Schema(string standard, params string[] labels) =>
        new(
            new Table(
                "hero",
                Column("id", Integer(), nullable: false),
                Column("mood", Enumeration("mood", [.. labels]), serverDefault: standard),
                PrimaryKey("id"),
                Check("mood IS NOT NULL", name: "ck")
            )
        )
        {
            Objects = [new ViewDefinition("v", "SELECT mood FROM hero")],
        };

    private static IEnumerable<string> Sorted(string dump) => dump.Split('\n').Order(StringComparer.Ordinal);

    private async Task<AutogenerateResult> CompareAsync(MetaData declared)
    {
        var (found, _) = await _database.ReadAsync();
        await using var connection = await _database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var norms = await _database.Engine.Dialect.NormsAsync(connection.QueryAsync, declared, found, Cancellation);
        return Autogenerator.Compare(declared, found, _database.Engine.Dialect, norms);
    }

    private Task RunAsync(Action<Operations> verbs)
    {
        var operations = new Operations();
        verbs(operations);
        return RunAsync(operations.Steps);
    }

    private async Task RunAsync(IEnumerable<Operation> operations)
    {
        await using var connection = await _database.Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        await connection.BeginAsync(Cancellation);
        await SchemaChanger.ExecuteAsync(connection, [.. operations.SelectMany(each => each.ToDdl())], Cancellation);
        await connection.CommitAsync(Cancellation);
    }
}
