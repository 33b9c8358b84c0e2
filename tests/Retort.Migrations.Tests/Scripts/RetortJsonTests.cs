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
              "models_project": "src/Models",
              "script_location": "db/migrations",
              "version_locations": ["db/migrations/app", "db/shared"],
              "recursive_version_locations": false,
              "file_template": "{slug}",
              "truncate_slug_length": 20,
              "timezone": "Europe/Berlin",
              "output_encoding": "utf-16",
              "revision_environment": true,
              "url": "${ConnectionStrings:Default}",
              "version_table": "versions",
              "version_table_schema": "ops",
              "history_table": "history",
              "transactions": "all",
              "hooks": [
                { "run": ["dotnet", "csharpier", "format", "{file}"] },
                { "name": "dump", "run": ["./dump.sh"], "when": "apply", "cwd": "db" },
              ],
              "sections": { "billing": {} }, /* and so is a last comma */
            }
            """
        );
        Assert.Equivalent(
            new MigrationsConfig(Path.GetTempPath().TrimEnd(Path.DirectorySeparatorChar))
            {
                Path = Path.Combine(Path.GetTempPath(), "retort.json"),
                Sections = ["billing"],
                Project = "src/App/App.csproj",
                ModelsProject = "src/Models",
                ScriptLocation = "db/migrations",
                VersionLocations = ["db/migrations/app", "db/shared"],
                RecursiveVersionLocations = false,
                FileTemplate = "{slug}",
                TruncateSlugLength = 20,
                TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
                OutputEncoding = "utf-16",
                RevisionEnvironment = true,
                Url = "${ConnectionStrings:Default}",
                VersionTable = "versions",
                VersionTableSchema = "ops",
                HistoryTable = "history",
                Transactions = "all",
                Hooks =
                [
                    new Hook(["dotnet", "csharpier", "format", "{file}"]),
                    new Hook(["./dump.sh"])
                    {
                        Name = "dump",
                        When = HookMoment.Apply,
                        Cwd = "db",
                    },
                ],
            },
            config,
            strict: true
        );
        Assert.Equal(PathOf("db", "migrations"), config.ScriptPath);
        Assert.Equal(PathOf("src", "App", "App.csproj"), config.ProjectPath);
        Assert.Equal([PathOf("db", "migrations", "app"), PathOf("db", "shared")], config.VersionPaths);
    }

    [Fact]
    public void A_hook_is_called_by_its_program_unless_it_has_a_name() =>
        Assert.Equal(["dotnet", "format"], [new Hook(["dotnet"]).Name, new Hook(["dotnet"]) { Name = "format" }.Name]);

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
    [InlineData("{ \"url\": null }", "RT0622", 1, 3, "")]
    [InlineData("{ \"recursive_version_locations\": \"true\" }", "RT0622", 1, 3, "")]
    [InlineData("{ \"version_locations\": \"a\" }", "RT0622", 1, 3, "")]
    [InlineData("{ \"version_locations\": [] }", "RT0622", 1, 3, "")]
    [InlineData("{ \"version_locations\": [\"a\",\n 5] }", "RT0622", 2, 2, "")]
    [InlineData("{ \"version_locations\": [\"a\", \"b\", \"./a/\"] }", "RT0627", 1, 3, "Keep one")]
    [InlineData("{ \"version_locations\": [\"a/b\", \"a\"] }", "RT0627", 1, 3, "Keep one")]
    [InlineData("{ \"timezone\": \"Europe/Berln\" }", "RT0622", 1, 3, "Did you mean 'Europe/Berlin'")]
    [InlineData("{ \"timezone\": \"Middle-earth/Shire\" }", "RT0622", 1, 3, "Such as Europe/Berlin")]
    [InlineData("{ \"timezone\": 1 }", "RT0622", 1, 3, "Such as Europe/Berlin")]
    [InlineData("{ \"output_encoding\": \"utf8\" }", "RT0622", 1, 3, "Did you mean 'utf-16' or 'utf-8'")]
    [InlineData("{ \"output_encoding\": \"latin-1\" }", "RT0622", 1, 3, "")]
    [InlineData("{ \"transactions\": \"each\" }", "RT0622", 1, 3, "")]
    [InlineData("{ \"hooks\": {} }", "RT0622", 1, 3, "")]
    [InlineData("{ \"hooks\": [\n  \"dotnet format\"] }", "RT0622", 2, 3, "")]
    [InlineData("{ \"hooks\": [\n  { \"name\": \"a\" }] }", "RT0622", 2, 3, "")]
    [InlineData("{ \"hooks\": [{\n  \"run\": \"a b\" }] }", "RT0622", 2, 3, "")]
    [InlineData("{ \"hooks\": [{ \"run\": [\"a\"],\n \"wen\": \"apply\" }] }", "RT0621", 2, 2, "Did you mean 'when'?")]
    [InlineData("{ \"hooks\": [{ \"run\": [\"a\"],\n \"when\": \"aply\" }] }", "RT0622", 2, 2, "Did you mean 'apply'?")]
    [InlineData("{ \"hooks\": [{ \"run\": [\"a\", \"{file}\"],\n \"when\": \"apply\" }] }", "RT0622", 1, 15, "")]
    [InlineData("{ \"sections\": [] }", "RT0622", 1, 3, "")]
    [InlineData("{ \"sections\": { \"a\": 1 } }", "RT0622", 1, 17, "")]
    [InlineData("{ \"sections\": { \"a\": { \"ulr\": \"b\" } } }", "RT0621", 1, 24, "Did you mean 'url'?")]
    [InlineData("{ \"sections\": { \"a\": { \"sections\": {} } } }", "RT0621", 1, 24, "The settings are project")]
    [InlineData("{ \"sections\": { \"a\": {}, \"a\": {} } }", "RT0623", 1, 26, "")]
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

    [Fact, Row("H1.sections")]
    public void A_section_inherits_what_stands_outside_of_it()
    {
        const string Text = """
            {
              "script_location": "db",
              "url": "sqlite:///app.db",
              "sections": {
                "staging": { "url": "postgresql://staging/app" },
                "billing": { "script_location": "db/billing", "url": "sqlite:///billing.db" },
                "billing_test": { "script_location": "db/billing", "url": "sqlite:///test.db" }
              }
            }
            """;
        Assert.Equal(
            [
                (null, null, "db", "sqlite:///app.db"),
                ("staging", null, "db", "postgresql://staging/app"),
                ("billing", "billing", "db/billing", "sqlite:///billing.db"),
                ("billing_test", "billing", "db/billing", "sqlite:///test.db"),
            ],
            new[] { null, "staging", "billing", "billing_test" }
                .Select(name => Parse(Text, name))
                .Select(config => (config.Section, config.RevisionSection, config.ScriptLocation, config.Url))
        );
    }

    [Theory, Row("H1.sections")]
    [InlineData("{ \"sections\": { \"billing\": {} } }", "biling", "Did you mean 'billing'?")]
    [InlineData("{ \"sections\": { \"billing\": {}, \"app\": {} } }", "x", "Its sections are billing, app.")]
    [InlineData("{}", "x", "Leave out --name")]
    public void An_unknown_section_gets_a_suggestion(string text, string section, string hint)
    {
        var error = Assert.Throws<ScriptException>(() => Parse(text, section));
        Assert.Equal("RT0626", error.Code);
        Assert.StartsWith(hint, error.Hint, StringComparison.Ordinal);
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

    private static MigrationsConfig Parse(string text, string? section = null) =>
        RetortJson.Parse(PathOf("retort.json"), text, section);

    private static string PathOf(params string[] parts) => Path.Combine([Path.GetTempPath(), .. parts]);
}
