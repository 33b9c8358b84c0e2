using Retort.Tool.Tests;

[assembly: AssemblyFixture(typeof(InstalledTool))]

namespace Retort.Tool.Tests;

/// <summary>
/// The packages as <c>dotnet pack</c> makes them and the tool installed from them, for a person whose home holds nothing but a
/// NuGet.Config. Made once, for the first test that wants it.
/// </summary>
public sealed class InstalledTool : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task> _installed;

    public InstalledTool()
    {
        WriteHome();
        _installed = new(InstallAsync);
    }

    /// <summary>The environment of that person.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>The folder with the packages.</summary>
    public string Packages => _folder.PathOf("packages");

    /// <summary>The installed program.</summary>
    public string Retort => _folder.PathOf("tool", "retort");

    /// <summary>Runs <c>dotnet</c> as that person.</summary>
    public async Task<Finished> DotnetAsync(string folder, params IEnumerable<string> arguments)
    {
        await _installed.Value;
        return await Programs.RunAsync(folder, Environment, "dotnet", arguments);
    }

    /// <summary>Runs <c>retort</c> as that person.</summary>
    public async Task<Finished> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        await _installed.Value;
        return await Programs.RunAsync(folder, Environment, Retort, arguments);
    }

    /// <summary>A new folder with a project that has the packages, in which warnings are errors.</summary>
    public async Task<string> NewProjectAsync(
        string name,
        string database = "Retort.Sqlite",
        string template = "console",
        string properties = ""
    )
    {
        var folder = Directory.CreateDirectory(_folder.PathOf(name, "Héros App")).FullName;
        (await DotnetAsync(folder, "new", template, "-n", "HeroApp", "-o", ".")).Succeeds();
        var project = Path.Combine(folder, "HeroApp.csproj");
        await File.WriteAllTextAsync(
            project,
            (await File.ReadAllTextAsync(project)).Replace(
                "<Nullable>",
                $"<TreatWarningsAsErrors>true</TreatWarningsAsErrors>{properties}<Nullable>",
                StringComparison.Ordinal
            )
        );
        (await DotnetAsync(folder, "add", "package", database)).Succeeds();
        (await DotnetAsync(folder, "add", "package", "Retort.Migrations")).Succeeds();
        return folder;
    }

    /// <summary>Runs <c>retort</c> as that person, with something else in the environment.</summary>
    public Task<Finished> RunWithAsync(
        string folder,
        IReadOnlyDictionary<string, string?> environment,
        params IEnumerable<string> arguments
    ) =>
        Programs.RunAsync(
            folder,
            Environment.Concat(environment).ToDictionary(pair => pair.Key, pair => pair.Value),
            Retort,
            arguments
        );

    /// <summary>A folder without a project.</summary>
    public string EmptyFolder(string name) => Directory.CreateDirectory(_folder.PathOf(name)).FullName;

    public void Dispose() => _folder.Dispose();

    private async Task InstallAsync()
    {
        foreach (
            var project in new[] { "Retort", "Retort.Sqlite", "Retort.PostgreSql", "Retort.Migrations", "Retort.Tool" }
        )
            (
                await Programs.RunAsync(
                    Repository.PathOf("src", project),
                    new Dictionary<string, string?>(),
                    "dotnet",
                    ["pack", "-c", "Release", "-o", Packages, "-v", "q", "--nologo"]
                )
            ).Succeeds();
        (
            await Programs.RunAsync(
                _folder.Path,
                Environment,
                "dotnet",
                ["tool", "install", "Retort.Tool", "--tool-path", _folder.PathOf("tool")]
            )
        ).Succeeds();
    }

    /// <summary>The person's own sources, and the folder with the packages before them.</summary>
    private void WriteHome()
    {
        var real = System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile);
        var config = Path.Combine(real, ".nuget", "NuGet", "NuGet.Config");
        var text = File.Exists(config)
            ? File.ReadAllText(config)
            : "<configuration><packageSources></packageSources></configuration>";
        _folder.Write(
            "home/.nuget/NuGet/NuGet.Config",
            text.Replace(
                "<packageSources>",
                $"<packageSources><add key=\"packed\" value=\"{Packages}\" />",
                StringComparison.Ordinal
            )
        );
        Environment["HOME"] = Environment["DOTNET_CLI_HOME"] = _folder.PathOf("home");
        Environment["USERPROFILE"] = _folder.PathOf("home");
        Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = Environment["DOTNET_NOLOGO"] = "1";
        Environment["NUGET_PACKAGES"] = null;
        Environment["RETORT_URL"] = null;
        Environment["CI"] = null;
    }
}
