using Retort.Migrations;
using Retort.Migrations.Tests.Runtime;

namespace Retort.Tool.Tests.Commands;

/// <summary>What commands tell of a database: where it is, what is pending, what was lost, what is done in part.</summary>
public abstract class DatabaseStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SourceFolder _sources;

    private protected DatabaseStateTests(Func<TemporaryFolder, Engine> open)
    {
        Engine = open(_folder);
        _sources = new("a1", "b2 < a1", "c3 < b2") { Engine = Engine };
    }

    protected Engine Engine { get; }

    public void Dispose()
    {
        Engine.Dispose();
        _sources.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact, Row("G4.history-of-database")]
    public async Task History_marks_what_the_database_has()
    {
        await UpgradeAsync("b2");
        Assert.Equal(
            "b2 -> c3 (head) (pending), do c3\na1 -> b2 (current), do b2\n<base> -> a1 (applied), do a1",
            (await _sources.RunAsync("history", "-i")).Text
        );
    }

    [Theory, Row("G4.range")]
    [InlineData("current:", "c3 b2")]
    [InlineData(":current", "b2 a1")]
    [InlineData("-1:current", "b2 a1")]
    [InlineData("current:+1", "c3 b2")]
    [InlineData("current-1:", "c3 b2 a1")]
    [InlineData("a1:current+1", "c3 b2 a1")]
    public async Task A_range_can_end_where_the_database_is(string range, string ids)
    {
        await UpgradeAsync("b2");
        Assert.Equal(ids, (await _sources.RunAsync("history", "-r", range)).Ids());
    }

    [Fact, Row("G4.range")]
    public async Task Where_nothing_is_applied_current_is_the_base()
    {
        Assert.Equal("c3 b2 a1", (await _sources.RunAsync("history", "-r", "current:")).Ids());
        Assert.Equal("", (await _sources.RunAsync("history", "-r", ":current")).Ids());
    }

    [Fact, Row("G4.plan")]
    public async Task A_plan_begins_where_the_database_is_and_changes_nothing()
    {
        await UpgradeAsync("b2");
        var ran = await _sources.RunAsync("plan", "upgrade", "heads");
        Assert.Equal(("c3", "c3"), (ran.Array("steps"), ran.Array("rows")));
        Assert.Equal("b2", (await _sources.RunAsync("current")).Ids());
    }

    [Fact, Row("G4.show")]
    public async Task Show_knows_where_the_database_is()
    {
        Assert.Equal("", (await _sources.RunAsync("show", "current")).Ids());
        await UpgradeAsync("b2");
        Assert.Equal("b2 a1", (await _sources.RunAsync("show", "current", "a1")).Ids());
    }

    [Fact, Row("G4.check-heads")]
    public async Task Current_ends_with_3_where_heads_are_missing_and_that_is_asked()
    {
        await UpgradeAsync("b2");
        Assert.Equal(0, (await _sources.RunAsync("current")).ExitCode);
        var behind = await _sources.RunAsync("current", "--check-heads");
        Assert.Equal((3, false), (behind.ExitCode, (bool)behind.Json["atHeads"]!));
        Assert.Contains("retort upgrade heads", behind.Text, StringComparison.Ordinal);
        await UpgradeAsync("c3");
        Assert.Equal(0, (await _sources.RunAsync("current", "--check-heads")).ExitCode);
    }

    [Fact, Row("G4.check-heads")]
    public async Task A_head_that_is_applied_as_a_dependency_is_not_missing()
    {
        using var sources = new SourceFolder("app ~ lib", "lib") { Engine = Engine };
        Insert("app");
        var ran = await sources.RunAsync("current", "--check-heads");
        Assert.Equal((0, "app", "lib"), (ran.ExitCode, ran.Ids(), ran.Ids("implied")));
        Assert.Contains("lib (effective head), do lib (applied as a dependency", ran.Text, StringComparison.Ordinal);
    }

    [Fact, Row("G9.lost")]
    public async Task Current_tells_a_lost_revision_the_nearest_that_is_known_and_the_way_out()
    {
        await UpgradeAsync("c3");
        _sources.Delete("c3");
        var ran = await _sources.RunAsync("current", "--check-heads");
        Assert.Equal(3, ran.ExitCode);
        Assert.Equal(("c3", "b2"), ((string?)ran.Json["lost"]![0]!["id"], (string?)ran.Json["lost"]![0]!["nearest"]));
        Assert.Contains("retort stamp --purge b2", ran.Text, StringComparison.Ordinal);
    }

    [Theory, Row("G9.lost")]
    [InlineData("history", "-i")]
    [InlineData("history", "-r", "current:")]
    [InlineData("plan", "upgrade", "heads")]
    [InlineData("plan", "stamp", "a1")]
    [InlineData("show", "current")]
    [InlineData("edit", "current")]
    public async Task Commands_name_a_lost_revision_the_nearest_that_is_known_and_the_way_out(params string[] arguments)
    {
        await UpgradeAsync("c3");
        _sources.Delete("c3");
        AssertLost(await _sources.RunAsync(arguments));
    }

    [Fact, Row("G9.lost")]
    public async Task Runs_name_a_lost_revision_the_nearest_that_is_known_and_the_way_out()
    {
        await UpgradeAsync("c3");
        var known = new MigrationRunner(Engine, new RevisionSet([.. Revisions().Take(2)]), new());
        foreach (
            var run in new Func<Task>[]
            {
                () => known.UpgradeAsync(["heads"], TestContext.Current.CancellationToken),
                () => known.DowngradeAsync("base", TestContext.Current.CancellationToken),
            }
        )
        {
            var error = await Assert.ThrowsAsync<RevisionException>(run);
            Assert.Equal("RT0541", error.Code);
            Assert.Contains("'b2' (b2_do.cs:1)", error.Message, StringComparison.Ordinal);
            Assert.Contains("retort stamp --purge b2`", error.Hint, StringComparison.Ordinal);
        }
    }

    [Fact, Row("G9.lost")]
    public async Task The_way_out_leads_out()
    {
        await UpgradeAsync("c3");
        _sources.Delete("c3");
        AssertLost(await _sources.RunAsync("stamp", "a1"));
        Assert.Equal(0, (await _sources.RunAsync("stamp", "--purge", "b2")).ExitCode);
        Assert.Equal(
            ("b2", 0),
            ((await _sources.RunAsync("current")).Ids(), (await _sources.RunAsync("plan", "upgrade", "heads")).ExitCode)
        );
    }

    [Fact, Row("G9.lost")]
    public async Task A_stamped_revision_can_be_the_nearest()
    {
        Assert.Equal(0, (await _sources.RunAsync("stamp", "b2")).ExitCode);
        await UpgradeAsync("c3");
        _sources.Delete("c3");
        AssertLost(await _sources.RunAsync("plan", "upgrade", "heads"));
    }

    [Fact, Row("G9.lost")]
    public async Task What_was_undone_again_is_not_the_nearest()
    {
        await UpgradeAsync("b2");
        await Runner().DowngradeAsync("a1", TestContext.Current.CancellationToken);
        Replace("a1", "gone");
        Assert.Contains(
            "retort stamp --purge a1`",
            (await _sources.RunAsync("plan", "upgrade", "b2")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact, Row("G9.lost")]
    public async Task The_way_out_keeps_the_rows_of_other_branches()
    {
        using var sources = new SourceFolder("a1", "b2 < a1", "other") { Engine = Engine };
        await UpgradeAsync("c3");
        Insert("other");
        Assert.Contains(
            "retort stamp --purge other b2`",
            (await sources.RunAsync("plan", "upgrade", "heads")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "retort stamp --purge other b2`",
            (await sources.RunAsync("current")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact, Row("G9.lost")]
    public async Task The_way_out_is_one_for_all_that_are_lost()
    {
        using var sources = new SourceFolder("a1", "b2 < a1", "lib", "other < lib") { Engine = Engine };
        await UpgradeAsync("c3");
        Insert("gone");
        Insert("other");
        sources.Delete("other");
        var current = (await sources.RunAsync("current")).Text;
        Assert.Contains("retort stamp --purge b2`", current, StringComparison.Ordinal);
    }

    [Fact, Row("G9.lost")]
    public async Task Without_a_history_the_way_out_has_an_id_to_fill_in()
    {
        Insert("gone");
        var ran = await _sources.RunAsync("plan", "upgrade", "heads");
        Assert.Equal((1, "RT0541"), (ran.ExitCode, ran.Code));
        Assert.Contains("retort stamp --purge ID`", ran.Text, StringComparison.Ordinal);
        Assert.Null((string?)(await _sources.RunAsync("current")).Json["lost"]![0]!["nearest"]);
    }

    [Fact, Row("G4.half-done")]
    public async Task Current_tells_what_is_applied_in_part_and_how_to_go_on()
    {
        await Assert.ThrowsAsync<MigrationFailedException>(() =>
            new MigrationRunner(Engine, new RevisionSet([.. Revisions().Take(1), HalfDone]), new()).UpgradeAsync(
                ["heads"],
                TestContext.Current.CancellationToken
            )
        );
        var ran = await _sources.RunAsync("current", "--check-heads");
        Assert.Equal((3, "a1", "b2"), (ran.ExitCode, ran.Ids(), ran.Ids("partly")));
        Assert.Contains(
            "b2 is applied in part: part 1 is done. To go on, type `retort upgrade b2`.",
            ran.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The database has a revision in part; `retort upgrade b2` finishes it.",
            ran.Text,
            StringComparison.Ordinal
        );
        _sources.Delete("c3");
        _sources.Delete("b2");
        Assert.Contains(
            "part 1 is done. No file of the sources has this revision: bring it back",
            (await _sources.RunAsync("current")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(0, (await _sources.RunAsync("stamp", "a1")).ExitCode);
        Assert.Equal("", (await _sources.RunAsync("current")).Ids("partly"));
    }

    [Fact, Row("G4.half-done")]
    public async Task Current_tells_what_is_undone_in_part_and_how_to_go_on()
    {
        await UpgradeAsync("b2");
        await Assert.ThrowsAsync<MigrationFailedException>(() =>
            new MigrationRunner(Engine, new RevisionSet([.. Revisions().Take(1), HalfDone]), new()).DowngradeAsync(
                "a1",
                TestContext.Current.CancellationToken
            )
        );
        Assert.Contains(
            "b2 is undone in part: part 1 is done. To go on, type `retort downgrade a1`.",
            (await _sources.RunAsync("current")).Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>Of two parts the second fails, whichever way.</summary>
    private static CompiledRevision HalfDone => Scripted.Revision("b2", Halves, Halves, after: "a1");

    private static void Halves(Operations op)
    {
        op.Execute("UPDATE retort_history SET who = who");
        op.Autocommit(each => each.Execute("SELECT nothing FROM nowhere"));
    }

    private static IReadOnlyList<CompiledRevision> Revisions() =>
        [Scripted.Table("a1"), Scripted.Table("b2", after: "a1"), Scripted.Table("c3", after: "b2")];

    private MigrationRunner Runner() => new(Engine, new RevisionSet(Revisions()), new());

    private Task<MigrationRun> UpgradeAsync(string target) =>
        Runner().UpgradeAsync([target], TestContext.Current.CancellationToken);

    private void Insert(string row) =>
        Run(
            "CREATE TABLE IF NOT EXISTS retort_version (version_num VARCHAR(32) PRIMARY KEY)",
            $"INSERT INTO retort_version VALUES ('{row}')"
        );

    private void Replace(string row, string other) =>
        Run($"UPDATE retort_version SET version_num = '{other}' WHERE version_num = '{row}'");

    private void Run(params IEnumerable<string> statements)
    {
        using var connection = Engine.Connect(ConnectionPurpose.Migration);
        foreach (var statement in statements)
            connection.Execute(statement);
    }

    private static void AssertLost(Ran ran)
    {
        Assert.Equal((1, "RT0541"), (ran.ExitCode, ran.Code));
        Assert.Contains("at revision 'c3'", ran.Text, StringComparison.Ordinal);
        Assert.Contains("has a file is 'b2' (", ran.Text, StringComparison.Ordinal);
        Assert.Contains("retort stamp --purge b2`", ran.Text, StringComparison.Ordinal);
    }
}

public sealed class SqliteStateTests()
    : DatabaseStateTests(folder =>
        Engine.Create(SqliteDialect.Instance, $"Data Source={folder.PathOf("app.db")};Pooling=False")
    );

public sealed class PostgreSqlStateTests() : DatabaseStateTests(_ => Create())
{
    private static Engine Create()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        DialectRegistry.Register(PostgreSqlDialect.Instance);
        return Engine.Create(PostgresCluster.Url(PostgresCluster.CreateDatabase()));
    }
}
