using Retort.Migrations;

namespace Retort.Tool;

/// <summary>The project that a command is about.</summary>
/// <param name="Path">The project file, absolute.</param>
/// <param name="ConfigPath">Its retort.json; null where there is none.</param>
/// <param name="Directory">The folder that settings without a retort.json start from.</param>
/// <param name="Section">The section of retort.json; null: none.</param>
internal sealed record ProjectChoice(string Path, string? ConfigPath, string Directory, string? Section)
{
    /// <summary>What retort.json says, or the defaults.</summary>
    /// <exception cref="ScriptException">It cannot be read.</exception>
    public MigrationsConfig ReadConfig() => ProjectFinder.ReadConfig(ConfigPath, Directory, Section);
}

/// <summary>
/// Finds the project: that of <c>--project</c>; else the one that retort.json names; else the only project file beside retort.json, or in
/// the current directory where there is none. The file is that of <c>--config</c>, else of <c>RETORT_CONFIG</c>, else the nearest upwards.
/// </summary>
/// <param name="request">The command line.</param>
/// <param name="directory">The current directory.</param>
internal sealed class ProjectFinder(CommandRequest request, string directory)
{
    private const string ConfigVariable = "RETORT_CONFIG";

    private string? Section => request["name"];

    /// <summary>The finder of a command that was typed in the current directory.</summary>
    public static ProjectFinder Here(CommandRequest request) => new(request, Environment.CurrentDirectory);

    /// <summary>Finds it.</summary>
    /// <exception cref="UsageException">There is no project, or there are several.</exception>
    /// <exception cref="ScriptException">retort.json is wrong.</exception>
    public ProjectChoice Find()
    {
        var given = request["project"] is { } path ? Given(Path.GetFullPath(path, directory)) : null;
        var start = given is null ? directory : Path.GetDirectoryName(given)!;
        var config = FindConfigFile(start);
        var project =
            given ?? Named(config, ConfigFile.ProjectOf) ?? Only(Path.GetDirectoryName(config) ?? start, config);
        return new(project, config, start, Section);
    }

    /// <summary>The settings without asking for a project: what commands need that only read revisions.</summary>
    /// <inheritdoc cref="Find" path="/exception" />
    public MigrationsConfig FindConfig() =>
        request["project"] is null ? ReadConfig(FindConfigFile(directory), directory, Section) : Find().ReadConfig();

    /// <summary>The settings, and the folder of the project whose own settings they may name; without a project where an assembly takes its place.</summary>
    /// <inheritdoc cref="Find" path="/exception" />
    public (string Folder, MigrationsConfig Config) FindSettings()
    {
        if (!request.Has(GlobalOptions.Assembly))
        {
            var choice = Find();
            return (Path.GetDirectoryName(choice.Path)!, choice.ReadConfig());
        }
        var config = FindConfig();
        return (config.Directory, config);
    }

    /// <summary>The project with the models, where it is another one: that of <c>--models-project</c>, else of retort.json.</summary>
    /// <exception cref="UsageException">There is no such project.</exception>
    /// <exception cref="ScriptException">retort.json is wrong.</exception>
    public string? FindModels(ProjectChoice revisions)
    {
        var models = request[GlobalOptions.ModelsProject] is { } given
            ? Given(Path.GetFullPath(given, directory))
            : Named(revisions.ConfigPath, ConfigFile.ModelsProjectOf);
        return models == revisions.Path ? null : models;
    }

    /// <summary>The project that <c>init</c> prepares; null where there is none yet.</summary>
    /// <exception cref="UsageException">There are several.</exception>
    public string? FindForInit() =>
        request["project"] is null && FindConfigFile(directory) is null && ProjectsIn(directory).Length == 0
            ? null
            : Find().Path;

    internal static MigrationsConfig ReadConfig(string? path, string directory, string? section) =>
        path is not null ? RetortJson.Read(path, section)
        : section is null ? new MigrationsConfig(directory)
        : throw UsageException.NoSections(section, directory);

    private string? FindConfigFile(string start) =>
        request["config"] is { } given ? ExistingConfig(given, "--config")
        : Environment.GetEnvironmentVariable(ConfigVariable) is { Length: > 0 } set
            ? ExistingConfig(set, ConfigVariable)
        : ConfigFile.Find(start);

    private string ExistingConfig(string given, string by)
    {
        var path = Path.GetFullPath(given, directory);
        return File.Exists(path) ? path : throw UsageException.NoSuchConfig(path, by);
    }

    private static string[] ProjectsIn(string folder) => Directory.GetFiles(folder, "*.csproj");

    private string Given(string path) =>
        File.Exists(path) ? path
        : Directory.Exists(path) ? Only(path, null)
        : throw UsageException.NoSuchProject(path);

    private string? Named(string? config, Func<string, string?, string?> setting)
    {
        if (config is null || setting(config, Section) is not { } name)
            return null;
        var path = Path.GetFullPath(name, Path.GetDirectoryName(config)!);
        return File.Exists(path) ? path : throw UsageException.NoNamedProject(config, name, path);
    }

    private string Only(string folder, string? config) =>
        ProjectsIn(folder) switch
        {
            [var only] => only,
            [] => throw UsageException.NoProject(folder, config),
            var several => throw UsageException.SeveralProjects(
                folder,
                several.Order(StringComparer.Ordinal).Select(CommandFor)
            ),
        };

    private string CommandFor(string project)
    {
        var path = Path.GetRelativePath(directory, project);
        var quote = path.Contains(' ', StringComparison.Ordinal) ? "\"" : "";
        return $"retort {request.Command} --project {quote}{path}{quote}";
    }
}
