namespace Retort.Tool;

/// <summary>
/// What a build was made of, and when its project was evaluated: written by the targets in the package Retort.Migrations
/// (<c>buildTransitive/Retort.Migrations.targets</c>), which say what each line means.
/// </summary>
internal sealed class BuildRecord
{
    private const string Format = "1";

    private readonly Dictionary<string, List<string>> _lines = [];

    private BuildRecord(string path)
    {
        Path = path;
        foreach (var line in File.ReadLines(path))
            if (line.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar)
                Add(line[..bar], line[(bar + 1)..]);
        Evaluated = new DateTime(
            long.TryParse(File.ReadAllText(StampPath), out var ticks) ? ticks : 0,
            DateTimeKind.Utc
        );
    }

    /// <summary>The record's file, in the project's obj folder.</summary>
    public string Path { get; }

    /// <summary>Where the build has what it makes on the way.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Rewritten by each build that succeeds; its time is the end of that build, its text when the project was evaluated.</summary>
    public string StampPath => System.IO.Path.ChangeExtension(Path, "stamp");

    /// <summary>Files that were not changed since are in the build as they are now.</summary>
    public DateTime Evaluated { get; }

    /// <summary>The folder of the project file.</summary>
    public string ProjectFolder => System.IO.Path.GetDirectoryName(One("project"))!;

    /// <summary>The compiled project.</summary>
    public string Assembly => One("assembly");

    /// <summary>Which assemblies it needs; empty where the project has none.</summary>
    public string DepsFile => One("depsfile");

    /// <summary>Which frameworks it runs on; empty for a class library.</summary>
    public string RuntimeConfig => One("runtimeconfig");

    /// <summary>The folder of NuGet's packages.</summary>
    public string Packages => One("packages");

    /// <summary>The target framework, such as <c>net10.0</c>.</summary>
    public string Framework => One("framework");

    /// <summary>The shared frameworks as <c>name/version</c>.</summary>
    public IReadOnlyList<string> Runtimes => All("runtime");

    /// <summary>Switches of the runtime and its libraries as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Switches => All("switch");

    /// <summary>Whether the project has a runtimeconfig.template.json, which may say anything.</summary>
    public bool HasRuntimeTemplate => One("template").Length > 0;

    /// <summary>Folders in which every file may be part of the build.</summary>
    public IReadOnlyList<string> Trees => All("tree");

    /// <summary>The compiled C# files.</summary>
    public IReadOnlyList<string> Sources => All("source");

    /// <summary>Other files that are part of the build.</summary>
    public IReadOnlyList<string> Inputs => All("input");

    /// <summary>Files that the build itself writes and reads.</summary>
    public IReadOnlyList<string> Products => All("product");

    /// <summary>Reads a record; null where there is none, or it is of another version of the targets.</summary>
    public static BuildRecord? Read(string path)
    {
        if (!File.Exists(path) || !File.Exists(System.IO.Path.ChangeExtension(path, "stamp")))
            return null;
        var record = new BuildRecord(path);
        return record.One("format") == Format ? record : null;
    }

    /// <summary>Whether the record is of this project, built in this way.</summary>
    public bool IsOf(string project, string configuration, string? framework) =>
        string.Equals(One("project"), project, PathComparison)
        && string.Equals(One("configuration"), configuration, StringComparison.OrdinalIgnoreCase)
        && (framework is null || string.Equals(Framework, framework, StringComparison.OrdinalIgnoreCase));

    private static StringComparison PathComparison =>
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private string One(string key) => All(key) is [var first, ..] ? first : "";

    private List<string> All(string key) => _lines.TryGetValue(key, out var lines) ? lines : [];

    private void Add(string key, string value)
    {
        if (!_lines.TryGetValue(key, out var lines))
            _lines[key] = lines = [];
        lines.Add(value);
    }
}
