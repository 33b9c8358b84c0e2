namespace Retort.Tool.Tests;

/// <summary>A person with the packages and an empty folder, from nothing to a second revision and back; no file is edited in between.</summary>
public sealed class EndToEndTests(InstalledTool tool)
{
    private static string Snapshot => Repository.PathOf("tests", "Retort.Tool.Tests", "app.schema.sql");

    [Fact]
    [Row("G1.first-day")]
    public async Task From_an_empty_folder_to_a_second_revision_and_back()
    {
        var folder = await tool.NewProjectAsync("first day");
        var model = Path.Combine(folder, "Hero.cs");
        var database = Path.Combine(folder, "app.db");
        await File.WriteAllTextAsync(model, HeroSources.Hero, TestContext.Current.CancellationToken);

        (await Run("init")).Succeeds("retort.json");
        (await Run("revision", "--autogenerate", "-m", "create heroes")).Succeeds(
            "Detected added table 'hero'",
            "Detected added index 'ix_hero_name' on hero (name)",
            "_create_heroes.cs"
        );
        Assert.False(File.Exists(database));
        (await Run("upgrade", "head")).Succeeds("Running upgrade", "create heroes", database);
        await MatchesSnapshotAsync(database);

        await File.WriteAllTextAsync(model, HeroSources.WithAllegiance, TestContext.Current.CancellationToken);
        (await Run("check")).EndsWith(3, "Detected added column 'hero.allegiance'");
        var second = (await Run("revision", "--autogenerate", "-m", "add allegiance")).Succeeds();
        Assert.Equal(
            [
                "Detected added column 'hero.allegiance'",
                "Detected added index 'ix_hero_allegiance' on hero (allegiance)",
            ],
            second
                .All.Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.StartsWith("Detected", StringComparison.Ordinal))
        );
        Assert.Equal(2, Revisions(folder).Count);
        Assert.Equal(
            [
                "op.AddColumn(\"hero\", Column(\"allegiance\", Varchar(80)));",
                "op.CreateIndex(\"ix_hero_allegiance\", \"hero\", [\"allegiance\"]);",
            ],
            Statements(
                Revisions(folder).Single(file => file.Contains("allegiance", StringComparison.Ordinal)),
                "Upgrade"
            )
        );

        (await Run("upgrade", "head")).Succeeds("add allegiance");
        Assert.Contains("allegiance", Columns(database));
        (await Run("downgrade", "-1")).Succeeds("Running downgrade");
        Assert.DoesNotContain("allegiance", Columns(database));
        await MatchesSnapshotAsync(database);
        (await Run("upgrade", "+1")).Succeeds("add allegiance");
        Assert.Contains("allegiance", Columns(database));

        (await Run("check")).Succeeds();
        var history = (await Run("history")).Succeeds("create heroes", "add allegiance", "(head)");
        Assert.True(
            history.Output.IndexOf("add allegiance", StringComparison.Ordinal)
                < history.Output.IndexOf("create heroes", StringComparison.Ordinal)
        );
        (await Run("current")).Succeeds("(head)");

        (await Run("revision", "--autogenerate", "-m", "nothing")).Succeeds();
        Assert.Equal(2, Revisions(folder).Count);

        Task<Finished> Run(params string[] arguments) => tool.RunAsync(folder, arguments);
    }

    private static async Task MatchesSnapshotAsync(string database)
    {
        // a rebuilt table is renamed to its name, which SQLite writes with quotes and its shell shows with IF NOT EXISTS
        var schema = (await SqliteFile.SchemaAsync(database)).Replace(
            "CREATE TABLE IF NOT EXISTS \"hero\"",
            "CREATE TABLE hero",
            StringComparison.Ordinal
        );
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
            await File.WriteAllTextAsync(Snapshot, schema);
        Assert.Equal(await File.ReadAllTextAsync(Snapshot), schema, ignoreLineEndingDifferences: true);
    }

    private static List<string> Revisions(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, "migrations", "versions"), "*.cs")];

    private static IReadOnlyList<string> Columns(string database) =>
        SqliteFile.Column(database, "SELECT name FROM pragma_table_info('hero')");

    /// <summary>The lines between the braces of a method.</summary>
    private static IEnumerable<string> Statements(string file, string method) =>
        File.ReadLines(file)
            .SkipWhile(line => !line.Contains($" {method}(", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.Trim() != "}")
            .Select(line => line.Trim());
}
