using Retort.Migrations;

namespace Retort.Tool;

/// <summary>The project that a command is about, and its settings.</summary>
/// <param name="ProjectPath">The project file, absolute.</param>
/// <param name="Config">What retort.json says, or the defaults.</param>
internal sealed record ProjectChoice(string ProjectPath, MigrationsConfig Config);

/// <summary>
/// Finds the project: that of <c>--project</c>; else the one that the nearest retort.json upwards names; else the only project file
/// beside retort.json, or in the current directory where there is none.
/// </summary>
/// <param name="request">The command line.</param>
/// <param name="directory">The current directory.</param>
internal sealed class ProjectFinder(CommandRequest request, string directory)
{
    /// <exception cref="UsageException">There is no project, or there are several.</exception>
    /// <exception cref="ScriptException">retort.json cannot be read.</exception>
    public ProjectChoice Find()
    {
        var given = request["project"] is { } path ? Given(Path.GetFullPath(path, directory)) : null;
        var config = FindConfig(given is null ? directory : Path.GetDirectoryName(given)!);
        return new(given ?? Named(config) ?? Only(config.Directory, config.Path), config);
    }

    /// <summary>The finder of a command that was typed in the current directory.</summary>
    public static ProjectFinder Here(CommandRequest request) => new(request, Environment.CurrentDirectory);

    /// <summary>The project that <c>init</c> prepares; null where there is none yet.</summary>
    /// <exception cref="UsageException">There are several.</exception>
    public string? FindForInit() =>
        request["project"] is null && RetortJson.Find(directory) is null && ProjectFile.In(directory).Count == 0
            ? null
            : Find().ProjectPath;

    /// <summary>The settings without asking for a project: what commands need that only read revisions.</summary>
    public MigrationsConfig FindConfig() => request["project"] is null ? FindConfig(directory) : Find().Config;

    private static MigrationsConfig FindConfig(string folder) =>
        RetortJson.Find(folder) is { } path ? RetortJson.Read(path) : new MigrationsConfig(folder);

    private string Given(string path) =>
        File.Exists(path) ? path
        : Directory.Exists(path) ? Only(path, null)
        : throw new UsageException(
            "RT0802",
            $"There is no project {path}.",
            "Pass a project file, or a folder that has one: --project PATH."
        );

    private static string? Named(MigrationsConfig config) =>
        config.ProjectPath switch
        {
            null => null,
            var path when File.Exists(path) => path,
            var path => throw new UsageException(
                "RT0803",
                $"{config.Path} names the project {config.Project}, and there is no {path}.",
                "Correct `project` there, or pass --project PATH."
            ),
        };

    private string Only(string folder, string? config) =>
        ProjectFile.In(folder) switch
        {
            [var only] => only,
            [] => throw new UsageException(
                "RT0804",
                $"There is no project file in {folder}{(config is null ? ", and no retort.json there or above" : "")}.",
                config is null
                    ? "Go to the folder of a project and type `retort init`, or pass --project PATH."
                    : $"Name the project in {config}: \"project\": \"PATH\", or pass --project PATH."
            ),
            var several => throw new UsageException(
                "RT0805",
                $"There are several project files in {folder}.",
                "Type one of these, or name the project in retort.json:\n"
                    + string.Join('\n', several.Select(file => $"  retort {request.Command} --project {Quoted(file)}"))
            ),
        };

    private string Quoted(string file)
    {
        var path = Path.GetRelativePath(directory, file);
        return path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
    }
}
