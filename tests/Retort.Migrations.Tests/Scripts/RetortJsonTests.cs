namespace Retort.Migrations.Tests.Scripts;

[Row("H1.settings")]
public sealed class RetortJsonTests
{
    [Fact]
    public void Every_setting_is_read()
    {
        var config = Parse(
            """
            {
              "$schema": "https://example.org/retort.schema.json",
              "project": "src/App/App.csproj", // comments are fine
              "script_location": "db/migrations",
              "url": "${ConnectionStrings:Default}",
              "version_table": "versions",
              "history_table": "history",
              "file_template": "{slug}",
              "truncate_slug_length": 20, /* and so is a last comma */
            }
            """
        );
        Assert.Equal(
            new MigrationsConfig(Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar))
            {
                Path = Path.Combine(Path.GetTempPath(), "retort.json"),
                Project = "src/App/App.csproj",
                ScriptLocation = "db/migrations",
                Url = "${ConnectionStrings:Default}",
                VersionTable = "versions",
                HistoryTable = "history",
                FileTemplate = "{slug}",
                TruncateSlugLength = 20,
            },
            config
        );
        Assert.Equal(Path.Combine(Path.GetTempPath(), "db", "migrations"), config.ScriptPath);
        Assert.Equal(Path.Combine(Path.GetTempPath(), "src", "App", "App.csproj"), config.ProjectPath);
    }

    [Fact]
    public void Nothing_need_be_set()
    {
        var config = Parse("{}");
        Assert.Equal(
            ("migrations", "retort_version", "retort_history", "{rev}_{slug}", 40),
            (
                config.ScriptLocation,
                config.VersionTable,
                config.HistoryTable,
                config.FileTemplate,
                config.TruncateSlugLength
            )
        );
        Assert.Equal((null, null), (config.Url, config.Project));
    }

    [Theory]
    [InlineData("{\n  \"scriptlocation\": \"x\"\n}", "RT0621", 2, 3, "Did you mean 'script_location'?")]
    [InlineData("{ \"é\": 1, \"url\": 5 }", "RT0621", 1, 3, "The settings are $schema, project")]
    [InlineData("{ \"project\": \"é\", \"url\": 5 }", "RT0622", 1, 19, "")]
    [InlineData("{ \"url\": \"\" }", "RT0622", 1, 3, "")]
    [InlineData("{ \"url\": { \"a\": [1] } }", "RT0622", 1, 3, "")]
    [InlineData("{ \"truncate_slug_length\": 0 }", "RT0622", 1, 3, "")]
    [InlineData("{ \"truncate_slug_length\": \"9\" }", "RT0622", 1, 3, "")]
    [InlineData("{ \"url\": \"a\",\n \"url\": \"b\" }", "RT0623", 2, 2, "")]
    [InlineData("{\n \"url\" \"a\" }", "RT0623", 2, 8, "")]
    [InlineData("{ \"url\": \"a\"", "RT0623", 1, 13, "")]
    [InlineData("[]", "RT0623", 1, 1, "")]
    [InlineData("", "RT0623", 1, 1, "")]
    [InlineData("{} {}", "RT0623", 1, 4, "")]
    public void What_is_wrong_is_said_with_its_place(string text, string code, int line, int column, string hint)
    {
        var error = Assert.Throws<ScriptException>(() => Parse(text));
        Assert.Equal((code, line, column), (error.Code, error.Line, error.Column));
        Assert.StartsWith(hint, error.Hint ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void The_nearest_file_upwards_is_found()
    {
        using var folder = new TemporaryFolder();
        var outer = folder.Write("retort.json", "{}");
        var inner = folder.Write("src/app/retort.json", "{}");
        Directory.CreateDirectory(folder.PathOf("src", "app", "models"));
        Assert.Equal(inner, RetortJson.Find(folder.PathOf("src", "app", "models")));
        Assert.Equal(outer, RetortJson.Find(folder.PathOf("src")));
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_is_read()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            "x",
            RetortJson.Read(folder.Write("retort.json", "\uFEFF{ \"script_location\": \"x\" }")).ScriptLocation
        );
    }

    [Fact]
    public void A_missing_file_is_an_error()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            "RT0603",
            Assert.Throws<ScriptException>(() => RetortJson.Read(folder.PathOf("retort.json"))).Code
        );
    }

    private static MigrationsConfig Parse(string text) =>
        RetortJson.Parse(Path.Combine(Path.GetTempPath(), "retort.json"), text);
}
