using System.Text.Json.Nodes;

namespace Retort.Tool.Tests;

/// <summary>Commands that write revisions, as they are typed.</summary>
public sealed class WritingTests(HeroProject project) : IClassFixture<HeroProject>
{
    [Fact]
    [Row("G2.upgrade")]
    public async Task What_is_written_is_built_and_applied_at_once_and_joined_deleted_and_squashed()
    {
        const string Database = "writing.db";
        (await project.OnAsync(Database, "upgrade", "head")).Succeeds();
        var applied = Json(
            await project.OnAsync(
                Database,
                "revision",
                "-m",
                "second",
                "--rev-id",
                "bbbbbbbbbbbb",
                "--upgrade",
                "--json"
            )
        );
        Assert.Equal("bbbbbbbbbbbb", applied["heads"]![0]!.GetValue<string>());

        (await project.RunAsync("revision", "--head", project.First, "--splice", "--rev-id", "cccccccccccc")).Succeeds(
            "retort upgrade cccccccccccc"
        );
        (await project.RunAsync("revision", "-m", "third")).EndsWith(1, "RT0631", "retort merge heads");
        var merged = Json(await project.OnAsync(Database, "merge", "heads", "--rev-id", "dddddddddddd", "--json"));
        Assert.Equal("same", merged["proof"]!["state"]!.GetValue<string>());
        Assert.Contains(
            "dddddddddddd",
            (await project.RunAsync("edit", "head")).Succeeds().Output,
            StringComparison.Ordinal
        );

        (await project.OnAsync(Database, "delete", "bbbb")).EndsWith(1, "RT0639");
        (await project.OnAsync(Database, "delete", "cccccccccccc")).Succeeds("dddddddddddd follows bbbbbbbbbbbb");
        (await project.OnAsync(Database, "squash", $"{project.First}:dddddddddddd")).EndsWith(1, "RT0645");
        (await project.OnAsync(Database, "upgrade", "head")).Succeeds(
            $"To undo, type `retort downgrade",
            $" --url sqlite:///{Database}`."
        );
        (await project.OnAsync(Database, "squash", $"{project.First}:dddddddddddd")).Succeeds("git restore");
        await AssertFinishesAsync(Database, $"{project.First}:dddddddddddd");
        (await project.OnAsync(Database, "stamp", "head")).Succeeds("Nothing to do");
        (await project.OnAsync("squashed.db", "upgrade", "head")).Succeeds("dddddddddddd");
    }

    /// <summary>Whoever was killed after the file of the one was written has others beside it, with which nothing compiles.</summary>
    private async Task AssertFinishesAsync(string database, string range)
    {
        var file = Assert.Single(Directory.EnumerateFiles(project.Versions, "*.cs"));
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var left = Path.Combine(project.Versions, "left.cs");
        await File.WriteAllTextAsync(left, "does not compile", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            file,
            $"// `retort squash {range}` is not finished: type it again. These files go:\n//   {project.First} left.cs\n{text}",
            TestContext.Current.CancellationToken
        );

        (await project.OnAsync(database, "squash", range)).Succeeds("Deleted", "left.cs");

        Assert.Equal([file], Directory.EnumerateFiles(project.Versions, "*.cs"));
        Assert.Equal(text, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    private static JsonNode Json(Finished finished) => JsonNode.Parse(finished.Succeeds().Output)!;
}
