using System.Diagnostics;

namespace Retort.Tool.Tests;

/// <summary>Upgrades that fail, are killed, or run at once: schema and version agree, and running again finishes.</summary>
public sealed class TrustTests(InstalledTool tool, HeroProject project) : IClassFixture<HeroProject>
{
    /// <summary>Keeps SQLite busy for some seconds.</summary>
    private const string Slow =
        "op.Execute(\"CREATE TABLE slow AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 6000000) SELECT count(*) AS n FROM n\");";

    [Fact]
    [Row("L3.failing-statement")]
    public async Task A_failing_statement_leaves_the_version_before()
    {
        using var _ = project.With(
            "migrations/versions/bbbbbbbbbbbb_fails.cs",
            HeroSources.Revision(
                "bbbbbbbbbbbb",
                project.First,
                "op.Execute(\"CREATE TABLE half (x)\");\n        op.Execute(\"INSERT INTO nowhere VALUES (1)\");"
            )
        );
        (await project.OnAsync("fails.db", "upgrade", "head")).EndsWith(
            1,
            "bbbbbbbbbbbb",
            "INSERT INTO nowhere",
            "no such table",
            project.First
        );
        var file = project.PathOf("fails.db");
        Assert.Equal([project.First], SqliteFile.Column(file, "SELECT version_num FROM retort_version"));
        Assert.Empty(SqliteFile.Column(file, "SELECT name FROM sqlite_master WHERE name = 'half'"));
    }

    [Fact]
    [Row("L3.killed")]
    public async Task A_killed_upgrade_is_finished_by_the_next()
    {
        using var _ = project.With(
            "migrations/versions/cccccccccccc_slow.cs",
            HeroSources.Revision("cccccccccccc", project.First, Slow)
        );
        (await project.OnAsync("killed.db", "upgrade", project.First)).Succeeds();
        using (
            var process = Programs.Start(
                project.Folder,
                tool.Environment,
                tool.Retort,
                "upgrade",
                "head",
                "--url",
                "sqlite:///killed.db"
            )
        )
        {
            await SaysAsync(process, "cccccccccccc");
            await Task.Delay(300, TestContext.Current.CancellationToken);
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        var file = project.PathOf("killed.db");
        Assert.Equal([project.First], SqliteFile.Column(file, "SELECT version_num FROM retort_version"));
        (await project.OnAsync("killed.db", "upgrade", "head")).Succeeds("cccccccccccc");
        Assert.Equal(["6000000"], SqliteFile.Column(file, "SELECT CAST(n AS TEXT) FROM slow"));
        Assert.Equal(["cccccccccccc"], SqliteFile.Column(file, "SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("L1.eight-at-once")]
    public async Task Eight_upgrades_at_once_run_each_revision_once()
    {
        (await project.RunAsync("history")).Succeeds();
        var runs = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => project.OnAsync("eight.db", "upgrade", "head"))
        );
        Assert.All(runs, run => run.Succeeds());
        Assert.Single(runs, run => run.All.Contains("Running upgrade", StringComparison.Ordinal));
        var file = project.PathOf("eight.db");
        Assert.Equal([project.First], SqliteFile.Column(file, "SELECT version_num FROM retort_version"));
        Assert.Equal([project.First], SqliteFile.Column(file, "SELECT revision FROM retort_history"));
    }

    [Fact]
    [Row("G3.script-commands")]
    public async Task A_script_makes_the_database_that_the_run_makes()
    {
        Assert.SkipWhen(SqliteShell.Missing is not null, SqliteShell.Missing ?? "");
        var file = project.PathOf("script.db");
        var script = (await project.OnAsync("script.db", "upgrade", project.First, "--sql")).Succeeds();
        Assert.False(File.Exists(file));
        SqliteShell.Run(file, script.Output);
        (await project.OnAsync("run.db", "upgrade", project.First)).Succeeds();
        Assert.Equal(await SqliteFile.SchemaAsync(project.PathOf("run.db")), await SqliteFile.SchemaAsync(file));
        (await project.OnAsync("script.db", "current")).Succeeds(project.First, "(head)");
        (await project.OnAsync("script.db", "upgrade", project.First)).Succeeds("Nothing to do");
    }

    [Fact]
    [Row("L4.locked-file")]
    public async Task A_file_that_somebody_keeps_locked_is_said_to_be_locked()
    {
        (await project.OnAsync("locked.db", "upgrade", "head")).Succeeds();
        using var connection = SqliteFile.Open(project.PathOf("locked.db"));
        SqliteFile.Execute(connection, "BEGIN EXCLUSIVE");
        (await project.OnAsync("locked.db?timeout=1", "downgrade", "-1")).EndsWith(1, "locked");
        SqliteFile.Execute(connection, "ROLLBACK");
        (await project.OnAsync("locked.db", "downgrade", "-1")).Succeeds();
    }

    [Fact]
    [Row("G5.edited-file")]
    public async Task A_file_that_is_edited_is_rebuilt_before_it_runs_and_warned_about_afterwards()
    {
        var path = Path.Combine(project.Versions, "dddddddddddd_edit.cs");
        using var _ = project.With(
            path,
            HeroSources.Revision("dddddddddddd", project.First, "op.Execute(\"CREATE TABLE one (x)\");")
        );
        (await project.OnAsync("edited.db", "upgrade", project.First)).Succeeds();
        await File.WriteAllTextAsync(
            path,
            HeroSources.Revision("dddddddddddd", project.First, "op.Execute(\"CREATE TABLE two (x)\");"),
            TestContext.Current.CancellationToken
        );
        (await project.OnAsync("edited.db", "upgrade", "head")).Succeeds();
        Assert.Equal(
            ["two"],
            SqliteFile.Column(
                project.PathOf("edited.db"),
                "SELECT name FROM sqlite_master WHERE name IN ('one', 'two')"
            )
        );
        await File.AppendAllTextAsync(path, "\n// more\n", TestContext.Current.CancellationToken);
        (await project.OnAsync("edited.db", "upgrade", "head")).Succeeds("dddddddddddd", "changed");
    }

    private static async Task SaysAsync(Process process, string text)
    {
        var seen = Task.WhenAny(Read(process.StandardError), Read(process.StandardOutput));
        Assert.Same(
            seen,
            await Task.WhenAny(seen, Task.Delay(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken))
        );

        async Task Read(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
                if (line.Contains(text, StringComparison.Ordinal))
                    return;
            await Task.Delay(Timeout.Infinite, TestContext.Current.CancellationToken);
        }
    }
}
