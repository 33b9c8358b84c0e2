namespace Retort.Tool.Tests;

/// <summary>What retort.json, the environment class and the command line say together.</summary>
public sealed class ConfigurationTests(InstalledTool tool, HeroProject project) : IClassFixture<HeroProject>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Row("H2.order")]
    public async Task The_first_that_names_a_database_counts_and_the_tool_says_which()
    {
        using var env = await ChangeAsync(
            "migrations/Env.cs",
            text =>
                text.Replace(
                    "TargetMetaData => Tables.MetaData;",
                    """
                    TargetMetaData => Tables.MetaData;

                        /// <inheritdoc />
                        public override string? Url => Arguments["tenant"] is { } tenant ? $"sqlite:///{tenant}.db?password=s3cret" : null;

                        /// <inheritdoc />
                        public override Engine CreateEngine(string url) => Engine.Create(url.Replace("?password=s3cret", "", System.StringComparison.Ordinal));
                    """,
                    StringComparison.Ordinal
                )
        );
        using var config = await ChangeAsync(
            "retort.json",
            text =>
                text.Replace(
                    "\n}",
                    ",\n  \"sections\": { \"test\": { \"url\": \"sqlite:///section.db\" } }\n}",
                    StringComparison.Ordinal
                )
        );
        var variable = new Dictionary<string, string?>(tool.Environment) { ["RETORT_URL"] = "sqlite:///variable.db" };

        (await project.RunAsync("current")).Succeeds("app.db", "retort.json)");
        (await project.RunAsync("current", "-n", "test")).Succeeds("section.db", "section test of ");
        (await project.RunAsync("current", "-n", "test", "-x", "tenant=acme")).Succeeds(
            "acme.db (from HeroApp.Migrations.Env.Url)"
        );
        (await Run(variable, "current", "-x", "tenant=acme")).Succeeds("variable.db (from RETORT_URL)");
        (await Run(variable, "current", "--url", "sqlite:///given.db")).Succeeds("given.db (from --url)");

        Task<Finished> Run(Dictionary<string, string?> environment, params string[] arguments) =>
            Programs.RunAsync(project.Folder, environment, tool.Retort, arguments);
    }

    [Fact]
    [Row("H1.config-file")]
    public async Task Another_configuration_is_taken_by_option_or_variable()
    {
        var other = Path.Combine(project.Folder, "db", "other.json");
        Directory.CreateDirectory(Path.GetDirectoryName(other)!);
        await File.WriteAllTextAsync(
            other,
            """{ "project": "../HeroApp.csproj", "script_location": "../migrations", "url": "sqlite:///other.db" }""",
            Token
        );
        var variable = new Dictionary<string, string?>(tool.Environment) { ["RETORT_CONFIG"] = "db/other.json" };

        (await project.RunAsync("current", "-c", "db/other.json")).Succeeds(
            Path.Combine(project.Folder, "db", "other.db")
        );
        (await Programs.RunAsync(project.Folder, variable, tool.Retort, "history")).Succeeds(project.First);
        (await project.RunAsync("history", "-c", "db/gone.json")).EndsWith(2, "RT0629", "gone.json", "--config");
        (await project.RunAsync("history", "-n", "biling")).EndsWith(1, "RT0626", "biling");
    }

    [Fact]
    [Row("H5.tool")]
    public async Task A_hook_that_fails_ends_the_command_with_1_and_leaves_the_file()
    {
        using var config = await ChangeAsync(
            "retort.json",
            text =>
                text.Replace(
                    "\n}",
                    ",\n  \"hooks\": [{ \"name\": \"format\", \"run\": [\"sh\", \"-c\", \"echo formatting; exit 7\"] }]\n}",
                    StringComparison.Ordinal
                )
        );
        try
        {
            var ended = await project.RunAsync("revision", "-m", "hooked", "--rev-id", "hooked");
            ended.EndsWith(1, "RT0650", "Hook 'format' ended with exit code 7", "was written and stays");
            Assert.Contains("  format: formatting", ended.Error, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(project.Versions, "hooked_hooked.cs")));
        }
        finally
        {
            File.Delete(Path.Combine(project.Versions, "hooked_hooked.cs"));
        }
    }

    [Fact]
    [Row("H4.revision-environment")]
    public async Task The_environment_class_gives_tokens_to_every_revision_where_the_settings_say_so()
    {
        using var template = await ChangeAsync("migrations/revision.template", text => "// by ${author}\n" + text);
        using var env = await ChangeAsync(
            "migrations/Env.cs",
            text =>
                text.Replace(
                    "TargetMetaData => Tables.MetaData;",
                    """
                    TargetMetaData => Tables.MetaData;

                        /// <inheritdoc />
                        public override IReadOnlyDictionary<string, string> TemplateValues =>
                            new Dictionary<string, string> { ["author"] = Arguments["author"] ?? "nobody" };
                    """,
                    StringComparison.Ordinal
                )
        );
        (await project.RunAsync("revision", "-m", "plain")).EndsWith(
            1,
            "RT0610",
            "revision.template:1:7",
            "revision_environment"
        );

        using var config = await ChangeAsync(
            "retort.json",
            text => text.Replace("\n}", ",\n  \"revision_environment\": true\n}", StringComparison.Ordinal)
        );
        var file = Path.Combine(project.Versions, "signed_signed.cs");
        try
        {
            (
                await project.RunAsync("revision", "-m", "signed", "--rev-id", "signed", "-x", "author=Deadpond")
            ).Succeeds();
            Assert.StartsWith("// by Deadpond\n", await File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Changes a file for as long as the result lives.</summary>
    private async Task<IDisposable> ChangeAsync(string path, Func<string, string> change)
    {
        var file = Path.Combine([project.Folder, .. path.Split('/')]);
        var before = await File.ReadAllTextAsync(file, Token);
        var after = change(before);
        Assert.NotEqual(before, after);
        await File.WriteAllTextAsync(file, after, Token);
        return new Restored(file, before);
    }

    private sealed class Restored(string file, string text) : IDisposable
    {
        public void Dispose() => File.WriteAllText(file, text);
    }
}
