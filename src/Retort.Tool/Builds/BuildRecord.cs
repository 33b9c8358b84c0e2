using System.Globalization;

namespace Retort.Tool;

/// <summary>
/// What a build was made of, and when its project was evaluated: written by the targets in the package Retort.Migrations
/// (<c>buildTransitive/Retort.Migrations.targets</c>), which say what each line means.
/// </summary>
internal sealed class BuildRecord
{
    private const string Format = "2";

    private readonly Dictionary<string, List<string>> _lines = [];

    private BuildRecord(string path)
    {
        Path = path;
        foreach (var line in File.ReadLines(path))
            if (line.IndexOf('|', StringComparison.Ordinal) is > 0 and var bar)
                Add(line[..bar], line[(bar + 1)..]);
        Evaluated = new DateTime(
            long.TryParse(File.ReadAllText(StampPath), CultureInfo.InvariantCulture, out var ticks) ? ticks : 0,
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
    public DateTime Evaluated { get; private set; }

    /// <summary>The project file.</summary>
    public string Project => One("project");

    /// <summary>The folder of the project file.</summary>
    public string ProjectFolder => System.IO.Path.GetDirectoryName(Project)!;

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

    /// <summary>Whether the project brings its runtime, which only its own program can start.</summary>
    public bool IsSelfContained => One("selfcontained").Length > 0;

    /// <summary>Switches of the runtime and its libraries as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Switches => All("switch");

    /// <summary>Whether the project has a runtimeconfig.template.json, which may say anything.</summary>
    public bool HasRuntimeTemplate => One("template").Length > 0;

    /// <summary>Folders in which every file may be part of the build.</summary>
    public IReadOnlyList<string> Trees => All("tree");

    /// <summary>Whether the project has a reference to another one, directly or through others.</summary>
    public bool References(string project) =>
        project == Project
        || Trees.Any(tree =>
            System.IO.Path.TrimEndingDirectorySeparator(tree) == System.IO.Path.GetDirectoryName(project)
            && tree != ProjectFolder
        );

    /// <summary>The compiled C# files.</summary>
    public IReadOnlyList<string> Sources => All("source");

    /// <summary>Other files that are part of the build.</summary>
    public IReadOnlyList<string> Inputs => All("input");

    /// <summary>Files that the build itself writes and reads.</summary>
    public IReadOnlyList<string> Products => All("product");

    /// <summary>The compiler, <c>csc.dll</c> of the SDK that built.</summary>
    public string Compiler => One("compiler");

    /// <summary>Whether the build lets a compiler that stays compile.</summary>
    public bool UsesCompilerServer => !string.Equals(One("server"), "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the compiler makes in the folder of the record, the assembly first, and where each file is copied to.</summary>
    public IEnumerable<CompiledFile> Compiled =>
        All("compiled").Zip(All("output"), static (made, copy) => new CompiledFile(made, copy));

    /// <summary>The assembly that has only what other projects see, and where it goes when that changes; null where the project makes none.</summary>
    public CompiledFile? ReferenceAssembly =>
        One("reference") is { Length: > 0 } made ? new(made, One("referenceoutput")) : null;

    /// <summary>All that the compiler makes.</summary>
    public IEnumerable<string> Made =>
        Compiled
            .Select(file => file.Made)
            .Concat(ReferenceAssembly is { } reference ? [reference.Made] : Array.Empty<string>());

    /// <summary>Files beside the project, or above it, that are part of its text.</summary>
    public IEnumerable<string> BuildFiles =>
        Inputs.Where(path => System.IO.Path.GetExtension(path) is ".props" or ".targets");

    /// <summary>Why MSBuild must build this project whatever changed; null where nothing speaks against the compiler alone.</summary>
    public string? NeedsMsBuild => All("whole") is [var reason, ..] ? reason : null;

    /// <summary>Whether the project names its C# files one by one, so that a new one may be none of them.</summary>
    public bool ListsSources => One("listed").Length > 0;

    /// <summary>The record of a build of other C# files, at another time.</summary>
    public void Replace(IEnumerable<string> sources, DateTime evaluated)
    {
        _lines["source"] = [.. sources];
        File.WriteAllLines(Path, _lines.SelectMany(pair => pair.Value.Select(value => $"{pair.Key}|{value}")));
        Evaluated = evaluated;
        File.WriteAllText(StampPath, evaluated.Ticks.ToString(CultureInfo.InvariantCulture));
    }

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
        string.Equals(Project, project, PathComparison)
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

/// <summary>A file that the compiler makes.</summary>
/// <param name="Made">Where it makes it.</param>
/// <param name="Copy">Where the build copies it to.</param>
internal sealed record CompiledFile(string Made, string Copy);
