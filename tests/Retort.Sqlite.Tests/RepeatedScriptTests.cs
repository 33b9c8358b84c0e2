using Retort.Migrations;
using Shared;
using static Retort.Ddl;

namespace Retort.Sqlite.Tests;

/// <summary>Scripts whose parts SQLite's shell writes into a file and reads from it.</summary>
public sealed class SqliteRepeatedScriptTests : IDisposable
{
    private readonly TempDatabase _database = new();

    public SqliteRepeatedScriptTests() => Assert.SkipWhen(SqliteShell.Missing is not null, SqliteShell.Missing ?? "");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static CompiledRevision Hero { get; } =
        Scripted.Revision(
            "a1",
            op =>
                op.CreateTable(
                    "hero",
                    Column("id", Integer(), nullable: false),
                    Column("name", Text()),
                    PrimaryKey("id")
                ),
            op => op.DropTable("hero")
        );

    private static CompiledRevision Rebuilds { get; } =
        Scripted.Revision(
            "c3",
            op => op.AlterColumn("hero", "name", nullable: false),
            op => op.AlterColumn("hero", "name", nullable: true),
            "a1"
        );

    private string PartFile => Path.Combine(Path.GetDirectoryName(_database.File)!, "retort_part.sql");

    public void Dispose() => _database.Dispose();

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task Nothing_is_left_in_the_file_through_which_a_script_goes()
    {
        var script = await ScriptAsync(Hero);
        Assert.StartsWith(
            "-- For sqlite3, the shell of SQLite: what is to be done is written into retort_part.sql in the current directory",
            script,
            StringComparison.Ordinal
        );
        Run(script);
        Assert.Equal(0, new FileInfo(PartFile).Length);
    }

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task A_script_goes_on_behind_the_parts_that_are_done()
    {
        CompiledRevision[] history =
        [
            Hero,
            Scripted.Revision(
                "b2",
                op =>
                {
                    op.Execute("INSERT INTO hero VALUES (1, 'ada')");
                    op.Autocommit(op => op.AlterColumn("hero", "name", nullable: false));
                    op.Execute("INSERT INTO hero VALUES (2, 'bob')");
                },
                after: "a1"
            ),
        ];
        await Runner(history).UpgradeAsync(["a1"], Cancellation);
        _database.Run("INSERT INTO hero VALUES (2, 'in the way')");
        var script = await ScriptAsync(history);
        for (var time = 0; time < 2; time++)
        {
            AssertRefused(script, "UNIQUE constraint failed: hero.id");
            Assert.Equal(["ada", "in the way"], Values("SELECT name FROM hero ORDER BY id"));
            Assert.Equal(["a1"], Values("SELECT version_num FROM retort_version"));
        }
        _database.Run("DELETE FROM hero WHERE id = 2");
        for (var time = 0; time < 2; time++)
            Run(script);
        Assert.Equal(["ada", "bob"], Values("SELECT name FROM hero ORDER BY id"));
        Assert.Equal(["b2"], Values("SELECT version_num FROM retort_version"));
    }

    [Theory]
    [InlineData("writefile('retort_part.sql', '')")]
    [InlineData("writefile('retort_part.sql', 'CREATE TABLE other (id);')")]
    [InlineData(
        "writefile('retort_part.sql', substr(readfile('retort_part.sql'), 1, instr(readfile('retort_part.sql'), ';')))"
    )]
    [InlineData("writefile('retort_part.sql', CAST(readfile('retort_part.sql') AS TEXT) || 'CREATE TABLE (')")]
    [Row("G3.script-idempotent")]
    public async Task A_file_that_somebody_else_wrote_meanwhile_is_not_taken_for_the_scripts(string meanwhile)
    {
        var script = await ScriptAsync(Hero);
        Assert.Throws<InvalidOperationException>(() =>
            Run(script.Replace(".read", $"SELECT {meanwhile};\n.read", StringComparison.Ordinal))
        );
        Assert.Equal(["retort_history", "retort_version"], Tables());
        Run(script);
        Assert.Equal(["hero", "retort_history", "retort_version"], Tables());
    }

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task Texts_of_every_kind_go_through_the_file()
    {
        string[] words =
        [
            "it's ''so'' \"x\" `y` [z]",
            ".quit\n.read x\n/\ngo\nGO\n;\n#\n-- no\n/* comment",
            string.Concat(Enumerable.Repeat("line\r\n", 9)),
            "a\rb\tc\0d\u0001\u001b",
            "100 % %s \\n \\",
            "żółw 🐢 \u0301 \uFEFF",
            "",
        ];
        var hostile = Scripted.Revision(
            "b2",
            op =>
            {
                op.BulkInsert("hero", ["id", "name"], words.Select((word, at) => (ValueList<object?>)[at, word]));
                op.CreateTable("it's \"żółw\" 🐢;", Column(".go\n/", Integer()));
                op.Execute(
                    "CREATE VIEW long AS" + string.Concat(Enumerable.Repeat("\r\n", 2000)) + " SELECT 1 -- 'no; end"
                );
                op.Execute(
                    "CREATE TRIGGER added AFTER INSERT ON hero BEGIN\n  SELECT 'a;';\n  SELECT CASE WHEN 1 THEN 2 END;\nEND"
                );
            },
            after: "a1"
        );
        var script = await ScriptAsync(Hero, hostile);
        for (var time = 0; time < 2; time++)
            Run(script);
        Assert.Equal(words, Values("SELECT name FROM hero ORDER BY id"));
        Assert.Equal(["it's \"żółw\" 🐢;"], Values("SELECT name FROM sqlite_master WHERE name LIKE 'it%'"));
        Assert.Equal(
            ["added", "long"],
            Values("SELECT name FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY 1")
        );
    }

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task A_database_that_is_not_UTF_8_is_left_as_it_is()
    {
        Run("PRAGMA encoding = 'UTF-16'; CREATE TABLE old (id);");
        AssertRefused(await ScriptAsync(Hero), "retort_part.sql is read as UTF-8, and the database is not UTF-8.");
        Assert.Equal(["old"], Tables());
    }

    /// <summary>What is written down of a rebuild would lose what other revisions made of the table.</summary>
    [Theory]
    [InlineData("ALTER TABLE hero ADD COLUMN note TEXT")]
    [InlineData("CREATE INDEX ix_hero ON hero (name)")]
    [InlineData("CREATE TRIGGER added AFTER INSERT ON hero BEGIN SELECT 1; END")]
    [Row("G3.script-idempotent")]
    [Row("G3.script-rebuild")]
    public async Task A_table_that_another_branch_has_changed_is_not_rebuilt(string other)
    {
        CompiledRevision[] history = [Hero, Scripted.Revision("b2", op => op.Execute(other), after: "a1"), Rebuilds];
        await Runner(history).UpgradeAsync(["b2"], Cancellation);
        var before = Run(".dump");
        AssertRefused(
            await ScriptAsync(history),
            "Revision c3 rebuilds hero, which is something else in this database"
        );
        Assert.Equal(before, Run(".dump"));
        await Runner(history).UpgradeAsync(["heads"], Cancellation);
        Assert.Equal(["b2", "c3"], Values("SELECT version_num FROM retort_version ORDER BY 1"));
    }

    [Fact]
    [Row("G3.script-idempotent")]
    [Row("G3.script-rebuild")]
    public async Task A_table_that_no_other_branch_has_changed_is_rebuilt()
    {
        CompiledRevision[] history =
        [
            Hero,
            Scripted.Revision("b2", op => op.Execute("CREATE TABLE villain (id)"), after: "a1"),
            Rebuilds,
        ];
        await Runner(history).UpgradeAsync(["b2"], Cancellation);
        Run(await ScriptAsync(history));
        Assert.Equal(["b2", "c3"], Values("SELECT version_num FROM retort_version ORDER BY 1"));
        Assert.Equal(["1"], Values("SELECT \"notnull\" FROM pragma_table_info('hero') WHERE name = 'name'"));
    }

    [Fact]
    [Row("G3.script-idempotent")]
    [Row("G3.script-rebuild")]
    public async Task A_table_that_is_spelled_otherwise_is_rebuilt_where_the_revisions_are_the_same()
    {
        Run(await ScriptAsync(Hero));
        Run("DROP TABLE hero; CREATE TABLE hero (id INTEGER NOT NULL PRIMARY KEY, name CLOB);");
        Run(await ScriptAsync(Hero, Rebuilds));
        Assert.Equal(["1"], Values("SELECT \"notnull\" FROM pragma_table_info('hero') WHERE name = 'name'"));
    }

    private MigrationRunner Runner(CompiledRevision[] history) =>
        new(_database.Engine, new RevisionSet(history), new());

    private async Task<string> ScriptAsync(params CompiledRevision[] history) =>
        (
            await new ScriptRunner(_database.Engine, new RevisionSet(history), new()).UpgradeAsync(
                new("base", "heads"),
                idempotent: true,
                Cancellation
            )
        ).Sql;

    /// <summary>Runs a script; it stops at errors by itself.</summary>
    private string Run(string script) => SqliteShell.Run(_database.File, script, bail: false);

    private void AssertRefused(string script, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<InvalidOperationException>(() => Run(script)).Message,
            StringComparison.Ordinal
        );

    private IEnumerable<string?> Values(string sql) => _database.Rows(sql).Select(row => $"{row[0]}");

    private IEnumerable<string?> Tables() =>
        Values("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1");
}
