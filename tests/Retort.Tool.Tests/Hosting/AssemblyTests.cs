namespace Retort.Tool.Tests.Hosting;

/// <summary>What <c>dotnet publish</c> left, on a machine that has the runtime and neither SDK nor sources.</summary>
public sealed class AssemblyTests(InstalledTool tool, HeroProject project) : IClassFixture<HeroProject>
{
    [Fact]
    [Row("G7.assembly")]
    public async Task A_published_folder_is_enough_to_go_there_and_back()
    {
        var folder = await PublishedAsync("there and back");

        (await Run("history", "--json")).Succeeds(project.First, "create heroes");
        (await Run("upgrade", "head")).Succeeds("create heroes");
        (await Run("current")).Succeeds($"{project.First} (head)");
        (await Run("upgrade", "head")).Succeeds("Nothing to do");
        (await Run("downgrade", "-1")).Succeeds("Running downgrade");
        Assert.Empty(SqliteFile.Column(Path.Combine(folder, "app.db"), "SELECT version_num FROM retort_version"));

        Task<Finished> Run(params string[] arguments) =>
            tool.RunWithAsync(
                folder,
                WithoutSdk(folder),
                [.. arguments, "--assembly", "app/HeroApp.dll", "--url", "sqlite:///app.db"]
            );
    }

    [Fact]
    [Row("G7.assembly")]
    public async Task What_works_on_sources_is_refused()
    {
        var folder = await PublishedAsync("refused");

        (await tool.RunAsync(folder, "revision", "-m", "x", "--assembly", "app/HeroApp.dll")).EndsWith(2, "RT0816");
    }

    [Theory]
    [Row("G7.assembly")]
    [InlineData(2, "RT0815", "app/Gone.dll")]
    [InlineData(1, "RT0818", "app/HeroApp.deps.json")]
    [InlineData(1, "RT0818", "alone/HeroApp.dll")]
    [InlineData(1, "RT0817", "broken/HeroApp.dll")]
    public async Task A_file_that_cannot_be_hosted_is_named(int exitCode, string code, string path)
    {
        var folder = await PublishedAsync($"cannot {path.Replace('/', ' ')}");
        foreach (var copy in new[] { "alone", "broken" })
        {
            Directory.CreateDirectory(Path.Combine(folder, copy));
            File.Copy(Path.Combine(folder, "app", "HeroApp.dll"), Path.Combine(folder, copy, "HeroApp.dll"));
        }
        File.Copy(
            Path.Combine(folder, "app", "Retort.Migrations.dll"),
            Path.Combine(folder, "broken", "Retort.Migrations.dll")
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "broken", "HeroApp.runtimeconfig.json"),
            "{",
            TestContext.Current.CancellationToken
        );

        (await tool.RunAsync(folder, "history", "--assembly", path)).EndsWith(
            exitCode,
            code,
            Path.GetFileName(path)[..7]
        );
    }

    private async Task<string> PublishedAsync(string name)
    {
        var folder = tool.EmptyFolder($"assembly {name}");
        (await tool.DotnetAsync(project.Folder, "publish", "-o", Path.Combine(folder, "app"), "-v", "q")).Succeeds();
        return folder;
    }

    /// <summary>An installation of .NET that has a runtime and nothing else.</summary>
    private static Dictionary<string, string?> WithoutSdk(string folder)
    {
        var real = Path.GetFullPath(Path.Combine(typeof(object).Assembly.Location, "..", "..", "..", ".."));
        var runtime = Directory.CreateDirectory(Path.Combine(folder, "dotnet")).FullName;
        foreach (var part in new[] { "host", "shared" })
            if (!Directory.Exists(Path.Combine(runtime, part)))
                Directory.CreateSymbolicLink(Path.Combine(runtime, part), Path.Combine(real, part));
        return new()
        {
            ["DOTNET_ROOT"] = runtime,
            ["DOTNET_HOST_PATH"] = null,
            ["PATH"] = "/usr/bin:/bin",
        };
    }
}
