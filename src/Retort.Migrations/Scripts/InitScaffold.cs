namespace Retort.Migrations;

/// <summary>What <c>retort init</c> did.</summary>
/// <param name="Created">Files and folders that were written, absolute; folders end in a separator.</param>
/// <param name="Kept">Files and folders that were there already and were left as they are.</param>
/// <param name="MissingPackages">Commands to type for packages that the project file does not name.</param>
/// <param name="Url">The database of retort.json, as written there; null where it says none.</param>
/// <param name="Notes">What else the user should know.</param>
public sealed record InitResult(
    IReadOnlyList<string> Created,
    IReadOnlyList<string> Kept,
    IReadOnlyList<string> MissingPackages,
    string? Url,
    IReadOnlyList<string> Notes
);

/// <summary>Prepares a project for revisions. Runs nothing of the user's; what exists stays.</summary>
/// <param name="directory">Where <c>retort.json</c> goes.</param>
/// <param name="project">The project that the revisions are compiled in; null where there is none yet.</param>
public sealed class InitScaffold(string directory, ProjectFile? project)
{
    private readonly string _directory = Path.GetFullPath(directory);
    private readonly List<string> _created = [];
    private readonly List<string> _kept = [];
    private readonly List<string> _notes = [];

    /// <summary>Writes what is missing of <c>retort.json</c>, the migrations folder, its README.md, Env.cs, template and schema for editors, and its versions folder.</summary>
    /// <param name="scriptLocation">The migrations folder, relative to the directory; null for what an existing retort.json says, or <c>migrations</c>.</param>
    /// <param name="url">The database of a new retort.json; null for one of appsettings.json, or a SQLite file.</param>
    /// <param name="template">The files of the migrations folder; null: <see cref="InitTemplate.Generic"/>.</param>
    /// <exception cref="ScriptException">An existing retort.json is wrong, or something cannot be written.</exception>
    /// <exception cref="DatabaseUrlException">The URL is none.</exception>
    public InitResult Run(string? scriptLocation = null, string? url = null, InitTemplate? template = null)
    {
        var config = Configure(scriptLocation, url);
        foreach (var (name, text) in (template ?? InitTemplate.Generic).Files(Namespace))
            Write(Path.Combine(config.ScriptPath, name), text);
        MakeFolder(Path.Combine(config.ScriptPath, "versions") + Path.DirectorySeparatorChar);
        return new(_created, _kept, MissingPackages(config.Url), config.Url, _notes);
    }

    private string Namespace =>
        project?.MigrationsNamespace ?? CSharpNames.Namespace(Path.GetFileName(_directory)) + ".Migrations";

    private MigrationsConfig Configure(string? scriptLocation, string? url)
    {
        var path = Path.Combine(_directory, RetortJson.FileName);
        if (!File.Exists(path))
            TextFile.Write(
                path,
                InitTexts.Config(
                    Slashes(scriptLocation ?? "migrations"),
                    ProjectElsewhere(),
                    url is null ? FindUrl() : Checked(url)
                )
            );
        else
        {
            _kept.Add(path);
            return KeptConfig(path, scriptLocation, url);
        }
        _created.Add(path);
        return RetortJson.Read(path);
    }

    private MigrationsConfig KeptConfig(string path, string? scriptLocation, string? url)
    {
        var config = RetortJson.Read(path);
        if (url is not null && url != config.Url)
            _notes.Add($"{RetortJson.FileName} names a database already, which is used instead; change it there.");
        if (scriptLocation is null || Path.GetFullPath(scriptLocation, _directory) == config.ScriptPath)
            return config;
        _notes.Add(
            $"{RetortJson.FileName} has script_location '{config.ScriptLocation}', which is used instead of '{scriptLocation}'; change it there."
        );
        return config;
    }

    /// <summary>The URL, which stands in the file as it was typed.</summary>
    private string Checked(string url)
    {
        if (DatabaseUrl.Parse(url).Password is not null)
            _notes.Add(
                $"{RetortJson.FileName} holds the password of the URL. Keep it out of version control: write ${{ConnectionStrings:Default}} there, and the URL in the user secrets or the environment."
            );
        return url;
    }

    /// <summary>A URL in appsettings is used by its name, so that it stays in one place.</summary>
    private string FindUrl()
    {
        foreach (var file in new[] { "appsettings.Development.json", "appsettings.json" })
            if (Path.Combine(ProjectDirectory, file) is var path && File.Exists(path))
                foreach (var (name, value) in AppSettings.ConnectionStrings(path))
                    if (value.Contains("://", StringComparison.Ordinal))
                        return $"${{ConnectionStrings:{name}}}";
                    else
                        _notes.Add(
                            $"{file} has ConnectionStrings:{name}, which is no URL such as {InitTexts.DefaultUrl}; {RetortJson.FileName} does not use it."
                        );
        return InitTexts.DefaultUrl;
    }

    private string ProjectDirectory =>
        project is null ? _directory : Path.GetDirectoryName(Path.GetFullPath(project.Path))!;

    /// <summary>A project beside retort.json needs no mention where it is the only one.</summary>
    private string? ProjectElsewhere() =>
        project is null || (ProjectDirectory == _directory && ProjectFile.In(_directory).Count == 1)
            ? null
            : Slashes(Path.GetRelativePath(_directory, Path.GetFullPath(project.Path)));

    private void Write(string path, string text)
    {
        if (File.Exists(path))
            _kept.Add(path);
        else
        {
            TextFile.Write(path, text);
            _created.Add(path);
        }
    }

    private void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            _kept.Add(path);
        else
        {
            TextFile.MakeFolder(path);
            _created.Add(path);
        }
    }

    private List<string> MissingPackages(string? url) =>
        project is null
            ? []
            :
            [
                .. Packages(url)
                    .Where(package => !project.References(package))
                    .Select(package => $"dotnet add {Where()}package {package}"),
            ];

    private string Where() =>
        ProjectElsewhere() is not { } path ? ""
        : path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\" "
        : path + " ";

    private static IEnumerable<string> Packages(string? url)
    {
        yield return "Retort.Migrations";
        if (url is null || InitTexts.PackageOf(url) is not { } package)
            yield break;
        yield return package;
    }

    private static string Slashes(string path) => path.Replace('\\', '/').TrimEnd('/');
}
