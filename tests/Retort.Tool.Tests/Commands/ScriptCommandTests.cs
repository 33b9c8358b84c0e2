using Retort.Migrations;
using Retort.Migrations.Tests.Runtime;

namespace Retort.Tool.Tests.Commands;

/// <summary><c>--sql</c>: scripts on standard output, and no database.</summary>
[Row("G3.script-commands")]
public sealed class ScriptCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Engine _engine;
    private readonly SourceFolder _sources;

    public ScriptCommandTests()
    {
        Assert.SkipWhen(SqliteShell.Missing is not null, SqliteShell.Missing ?? "");
        _engine = Engine.Create(SqliteDialect.Instance, $"Data Source={File}");
        _sources = new("a1", "b2 < a1", "c3 < b2")
        {
            Engine = _engine,
            Compile = id =>
                Scripted.Revision(
                    id,
                    op => op.Execute("CREATE TABLE " + id + " (tag TEXT DEFAULT '" + op.Tag + "')"),
                    op => op.DropTable(id)
                ),
        };
    }

    private string File => _folder.PathOf("app.db");

    public void Dispose()
    {
        _engine.Dispose();
        _sources.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Scripts_go_up_and_down_and_standard_output_has_nothing_else()
    {
        await RunScript("from base to b2", "upgrade", "b2", "--sql", "--tag", "night");
        Assert.Equal(["b2"], SqliteFile.Column(File, "SELECT version_num FROM retort_version"));
        Assert.Contains(
            "DEFAULT 'night'",
            SqliteFile.Column(File, "SELECT sql FROM sqlite_master WHERE name = 'a1'")[0]
        );
        await RunScript("from b2 to c3", "upgrade", "b2:head", "--sql");
        await RunScript("from c3 to a1", "downgrade", "c3:a1", "--sql");
        Assert.Equal(["a1"], SqliteFile.Column(File, "SELECT version_num FROM retort_version"));
        Assert.Equal(
            ["a1", "b2", "c3", "c3", "b2"],
            SqliteFile.Column(File, "SELECT revision FROM retort_history ORDER BY id")
        );
    }

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task A_script_that_can_be_repeated_is_run_from_anywhere()
    {
        await RunScript("from base to b2", "upgrade", "b2", "--sql");
        for (var time = 0; time < 2; time++)
            await RunScript("from base to c3", "upgrade", "head", "--sql", "--idempotent");
        Assert.Equal(["c3"], SqliteFile.Column(File, "SELECT version_num FROM retort_version"));
        for (var time = 0; time < 2; time++)
            await RunScript("from c3 to a1", "downgrade", "head:a1", "--sql", "--idempotent");
        Assert.Equal(["a1"], SqliteFile.Column(File, "SELECT version_num FROM retort_version"));
        Assert.Equal(
            ["a1", "b2", "c3", "c3", "b2"],
            SqliteFile.Column(File, "SELECT revision FROM retort_history ORDER BY id")
        );
    }

    [Fact]
    public async Task Json_has_the_script_and_what_is_in_it()
    {
        var ran = await _sources.RunAsync("upgrade", "a1:head", "--sql", "--json");
        Assert.Contains("-- Running upgrade b2 -> c3, do c3\n", (string?)ran.Json["sql"], StringComparison.Ordinal);
        Assert.Equal(("b2 c3", "a1", "c3"), (ran.Array("revisions"), ran.Array("before"), ran.Array("heads")));
        var nothing = await _sources.RunAsync("upgrade", "head:head", "--sql");
        Assert.Equal(
            ("", "A script from c3 to c3: nothing to do; nothing was changed."),
            ((string?)nothing.Json["sql"], nothing.Text)
        );
    }

    [Fact]
    [Row("G4.stamp-script")]
    public async Task A_stamp_and_the_tables_alone_are_scripts_too()
    {
        await RunScript("from base to b2", "stamp", "b2", "--sql");
        Assert.Equal(["b2"], SqliteFile.Column(File, "SELECT version_num FROM retort_version"));
        Assert.Equal(
            ["b2 stamped script"],
            SqliteFile.Column(File, "SELECT revision || ' ' || outcome || ' ' || who FROM retort_history")
        );
        var fromBase = SqlOf(await _sources.RunAsync("stamp", "c3", "--sql"));
        Assert.Contains(
            "The script is for a database at base",
            Assert.Throws<InvalidOperationException>(() => SqliteShell.Run(File, fromBase)).Message,
            StringComparison.Ordinal
        );
        await RunScript("from b2 to c3", "stamp", "b2:c3", "--sql");
        var tables = (string)(await _sources.RunAsync("ensure-version", "--sql")).Json["sql"]!;
        using var other = new TemporaryFolder();
        SqliteShell.Run(other.PathOf("app.db"), tables + tables);
        Assert.Equal(
            ["retort_history", "retort_version"],
            SqliteFile.Column(
                other.PathOf("app.db"),
                "SELECT name FROM sqlite_master WHERE name LIKE 'retort_%' ORDER BY 1"
            )
        );
    }

    [Theory]
    [InlineData("'a1:b2' is a range of revisions, which only a script can have.", "upgrade", "a1:b2")]
    [InlineData("'b2:a1' is a range of revisions, which only a script can have.", "downgrade", "b2:a1")]
    [InlineData("'a1:b2' is a range of revisions, which only a script can have.", "stamp", "a1:b2")]
    [InlineData("--idempotent is about scripts.", "upgrade", "head", "--idempotent")]
    [InlineData("retort downgrade FROM:base --sql", "downgrade", "base", "--sql")]
    [InlineData("A script sets one target", "stamp", "a1", "--purge", "--sql")]
    [InlineData("A script sets one target", "stamp", "a1", "b2", "--sql")]
    [Row("G3.script-range")]
    public async Task What_is_wrong_about_a_range_is_said_and_nothing_is_done(string text, params string[] arguments)
    {
        var ran = await _sources.RunAsync(arguments);
        Assert.Equal((2, "RT0801"), (ran.ExitCode, ran.Code));
        Assert.Contains(text, ran.Text, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Theory]
    [InlineData("RT0759", "upgrade", "a1:b2:c3", "--sql")]
    [InlineData("RT0521", "upgrade", "nowhere:head", "--sql")]
    [Row("G3.script-range")]
    public async Task A_script_that_cannot_be_is_an_error_and_nothing_is_done(string code, params string[] arguments)
    {
        Assert.Equal(code, (await _sources.RunAsync(arguments)).Code);
        Assert.False(System.IO.File.Exists(File));
    }

    private async Task RunScript(string note, params string[] arguments)
    {
        var ran = await _sources.RunAsync(arguments);
        Assert.Equal($"A script {note}; nothing was changed.\n{SqlOf(ran).TrimEnd('\n')}", ran.Text);
        SqliteShell.Run(File, SqlOf(ran));
    }

    private static string SqlOf(Ran ran) => (string)ran.Json["sql"]!;
}
