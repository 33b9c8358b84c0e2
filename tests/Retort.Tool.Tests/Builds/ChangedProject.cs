using System.Text.RegularExpressions;

namespace Retort.Tool.Tests.Builds;

/// <summary>A project that is built and whose database is at its models, and verbs that change it. Each test leaves it as it was.</summary>
public sealed partial class ChangedProject(InstalledTool tool) : IAsyncLifetime
{
    private const string Project = "HeroApp.csproj";

    /// <summary>Its folder.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>The assembly as the build left it in obj.</summary>
    public string Assembly => PathOf("obj/Debug/net10.0/HeroApp.dll");

    public async ValueTask InitializeAsync()
    {
        Folder = await tool.NewProjectAsync("changed");
        Write("Hero.cs", HeroSources.Hero);
        (await RunAsync("init")).Succeeds();
        (await RunAsync("revision", "--autogenerate", "-m", "create heroes")).Succeeds();
        (await RunAsync("upgrade", "head")).Succeeds();
    }

    /// <summary>The first model with one property more.</summary>
    public static string HeroWith(string property) =>
        HeroSources.Hero.TrimEnd('}') + $"\n    public int? {property} {{ get; set; }}\n}}\n";

    public string PathOf(string path) => Path.Combine(Folder, path);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text);
    }

    public void Delete(string path) => File.Delete(PathOf(path));

    /// <summary>Writes something into the project file.</summary>
    public void WithInProject(string xml) =>
        Write(
            Project,
            File.ReadAllText(PathOf(Project)).Replace("</Project>", $"{xml}\n</Project>", StringComparison.Ordinal)
        );

    public Task<Finished> RunAsync(params IEnumerable<string> arguments) => tool.RunAsync(Folder, arguments);

    public Task<Finished> BuildAsync() => tool.DotnetAsync(Folder, "build", "-v", "q", "-nologo");

    /// <summary>Models and database agree again.</summary>
    public async Task RestoreAsync()
    {
        Write("Hero.cs", HeroSources.Hero);
        (await RunAsync("check")).Succeeds();
    }

    /// <summary>The columns that the compiled models have and the database has not, and how the project was brought up to date: <c>Compiling</c>, <c>Building</c> or nothing.</summary>
    public async Task<(string Columns, string Way)> CheckAsync(params IEnumerable<string> options)
    {
        var finished = await RunAsync(["check", .. options]);
        Assert.True(finished.ExitCode is 0 or 3, finished.All);
        return (
            string.Join(' ', Columns().Matches(finished.Output).Select(match => match.Groups[1].Value)),
            Way().Match(finished.Error) is { Success: true } way ? $"{way.Groups[1].Value}{way.Groups[2].Value}" : ""
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [GeneratedRegex(@"'(?:hero\.)?(\w+)'")]
    private static partial Regex Columns();

    [GeneratedRegex(@"^(Compiling|Building) HeroApp\.csproj( \(.*\))$", RegexOptions.Multiline)]
    private static partial Regex Way();
}
