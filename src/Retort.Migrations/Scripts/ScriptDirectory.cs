namespace Retort.Migrations;

/// <summary>The migrations folder of a project: its template, and the folder with the revisions.</summary>
public sealed class ScriptDirectory
{
    private readonly IReadOnlyList<RevisionScript>? _scripts;

    /// <param name="config">Says where the folder is and how files are named.</param>
    public ScriptDirectory(MigrationsConfig config)
    {
        Config = config;
        Path = config.ScriptPath;
        VersionLocations = config.VersionPaths;
    }

    /// <summary>The revisions of an assembly whose sources are elsewhere.</summary>
    internal ScriptDirectory(MigrationsConfig config, IReadOnlyList<RevisionScript> scripts)
        : this(config) => _scripts = scripts;

    internal MigrationsConfig Config { get; }

    /// <summary>The folder itself.</summary>
    public string Path { get; }

    /// <summary>The folders with revisions, read in this order; new files go to the first.</summary>
    public IReadOnlyList<string> VersionLocations { get; }

    /// <summary>The text that new revisions are made from: the project's own, or the default.</summary>
    internal SourceText Template =>
        System.IO.Path.Combine(Path, RevisionTemplate.FileName) is var path && File.Exists(path)
            ? SourceText.Read(path)
            : new(RevisionTemplate.FileName, RevisionTemplate.Default);

    /// <summary>Every revision, in load order. A missing versions folder is an empty one: version control keeps no empty folders.</summary>
    /// <exception cref="ScriptException">The migrations folder is missing, a file cannot be read, or belongs to another section.</exception>
    public IReadOnlyList<RevisionScript> Scan() =>
        _scripts
        ?? (
            Directory.Exists(Path) || VersionLocations.Any(Directory.Exists)
                ? [.. VersionLocations.SelectMany(ScanLocation)]
                : throw ScriptException.NoFolder(Path, Config.Section)
        );

    /// <summary>The version history as the sources have it.</summary>
    /// <exception cref="ScriptException">The migrations folder is missing, or a file cannot be read.</exception>
    /// <exception cref="RevisionException">The files contradict each other.</exception>
    public RevisionGraph ReadGraph() => GraphOf(Scan());

    /// <summary>The version history of sources that are read already.</summary>
    /// <exception cref="RevisionException">The files contradict each other.</exception>
    internal static RevisionGraph GraphOf(IEnumerable<RevisionScript> scripts) =>
        RevisionGraph.Build(scripts.Select(script => script.Revision));

    /// <summary>Where the file of a new revision goes.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="folder">One of the version locations; null: the first.</param>
    /// <exception cref="ScriptException">The configured file template has an unknown token, or leads out of the folder.</exception>
    public string PathFor(NewRevision revision, string? folder = null) =>
        System.IO.Path.Combine(folder ?? VersionLocations[0], new FileTemplate(Config).NameOf(revision));

    private IReadOnlyList<RevisionScript> ScanLocation(string folder)
    {
        var scripts = RevisionScanner.Scan(folder, Config.RecursiveVersionLocations);
        return scripts.FirstOrDefault(script => script.Section != Config.RevisionSection) is { } other
            ? throw ScriptException.OtherSection(other, Config.RevisionSection)
            : scripts;
    }
}
