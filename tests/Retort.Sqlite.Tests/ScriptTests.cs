using Retort.Migrations;
using Retort.Sqlite.Tests.Catalog;
using Shared;
using static Retort.Ddl;

namespace Retort.Sqlite.Tests;

/// <summary>Scripts that SQLite's shell runs.</summary>
public sealed class SqliteScriptTests : ScriptPairTests
{
    protected override ScriptTarget NewTarget() => Target();

    protected override RandomPairs NewPairs(int seed) => new SqlitePairTests.Pairs(new GeneratedTables(seed));

    [Fact]
    [Row("G3.script-rebuild")]
    public Task A_table_is_rebuilt_with_all_that_was_made_of_it_before() =>
        SameAsync(
            Scripted.Revision(
                "a1",
                op =>
                {
                    op.CreateTable(
                        "hero",
                        Column("id", Integer(), nullable: false),
                        Column("name", Text()),
                        PrimaryKey("id")
                    );
                    op.Execute("CREATE TABLE log (what TEXT)");
                    op.Execute(
                        "CREATE TRIGGER hero_added AFTER INSERT ON hero BEGIN INSERT INTO log VALUES (NEW.name); END"
                    );
                    op.Execute("ALTER TABLE hero ADD COLUMN note TEXT");
                },
                op =>
                {
                    op.DropTable("hero");
                    op.DropTable("log");
                }
            ),
            Scripted.Revision(
                "b2",
                op =>
                {
                    op.BulkInsert("hero", ["id", "name", "note"], [1, "ada", "x"]);
                    op.AlterColumn("hero", "name", nullable: false);
                },
                op => op.AlterColumn("hero", "name", nullable: true),
                "a1"
            ),
            Scripted.Revision(
                "c3",
                op => op.DropColumn("hero", "note"),
                op => op.AddColumn("hero", Column("note", Text())),
                "b2"
            )
        );

    [Fact]
    [Row("G3.script-rebuild")]
    public async Task What_cannot_be_replayed_is_named_and_can_be_said_instead()
    {
        var needsRows = Scripted.Revision(
            "a1",
            op =>
            {
                op.CreateTable(
                    "hero",
                    Column("id", Integer(), nullable: false),
                    Column("name", Text()),
                    PrimaryKey("id")
                );
                op.Run((_, _) => throw new InvalidOperationException("no rows"));
            }
        );
        using var target = NewTarget();
        var error = await Assert.ThrowsAsync<OfflineException>(() =>
            UpAsync(
                target,
                "a1:head",
                needsRows,
                Scripted.Revision("b2", op => op.AlterColumn("hero", "name", nullable: false), after: "a1")
            )
        );
        Assert.Equal("RT0760", error.Code);
        Assert.Contains(
            "Table 'hero' is rebuilt in revision b2 (b2_do.cs:1), and what it is like then is not known: revision a1 (a1_do.cs:1) cannot be replayed in memory: no rows",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("op.BatchAlterTable(\"hero\", …, copyFrom: …)", error.Hint, StringComparison.Ordinal);

        var before = new Table(
            "hero",
            Column("id", Integer(), nullable: false),
            Column("name", Text()),
            PrimaryKey("id")
        );
        var script = await UpAsync(
            target,
            "a1:head",
            needsRows,
            Scripted.Revision(
                "b2",
                op => op.BatchAlterTable("hero", batch => batch.AlterColumn("name", nullable: false), copyFrom: before),
                after: "a1"
            )
        );
        target.Run(
            "CREATE TABLE hero (id INTEGER NOT NULL PRIMARY KEY, name TEXT); CREATE TABLE retort_version (version_num VARCHAR(32)); INSERT INTO retort_version VALUES ('a1');"
        );
        target.Run(script);
        Assert.Contains(
            "name TEXT NOT NULL",
            (await target.LinesAsync("SELECT sql FROM sqlite_master WHERE name = 'hero'"))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Row("G3.script-guard")]
    public async Task A_script_stops_where_rows_would_refer_to_none()
    {
        CompiledRevision[] history =
        [
            Scripted.Revision(
                "a1",
                op =>
                {
                    op.CreateTable("team", Column("id", Integer(), nullable: false), PrimaryKey("id"));
                    op.CreateTable("hero", Column("team_id", Integer()), ForeignKey("team_id", "team", "id"));
                    op.Execute("INSERT INTO hero VALUES (5)");
                }
            ),
        ];
        using var target = NewTarget();
        var script = await UpAsync(target, "base:head", history);
        AssertRefused(() => target.Run(script), "It would leave rows that refer to none.");
        Assert.Empty(await target.LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("G3.script-no-database")]
    public async Task No_database_is_made_for_a_script()
    {
        using var folder = new TemporaryFolder();
        await using var engine = Engine.Create($"sqlite:///{folder.PathOf("app.db")}");
        var alters = Scripted.Revision("b2", op => op.AlterColumn("a1", "id", type: BigInt()), after: "a1");
        await new ScriptRunner(engine, new RevisionSet([Table("a1"), alters]), new()).UpgradeAsync(
            new("base", "head"),
            cancellationToken: Cancellation
        );
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    private static ScriptTarget Target()
    {
        Assert.SkipWhen(SqliteShell.Missing is not null, SqliteShell.Missing ?? "");
        var database = new TempDatabase();
        return new(
            database.Engine,
            script => SqliteShell.Run(database.File, script),
            () =>
                string.Join(
                    '\n',
                    SqliteShell
                        .Run(database.File, ".dump")
                        .Split('\n')
                        .Where(line => !line.StartsWith("INSERT INTO retort_history", StringComparison.Ordinal))
                ),
            database
        );
    }
}
