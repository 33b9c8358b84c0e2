namespace Retort.Migrations;

/// <summary>The migrations folder of a project: its template, and the folder with the revisions.</summary>
public sealed class ScriptDirectory
{
    private readonly MigrationsConfig _config;
    private readonly IReadOnlyList<CompiledRevision>? _compiled;

    /// <param name="config">Says where the folder is and how files are named.</param>
    public ScriptDirectory(MigrationsConfig config)
    {
        _config = config;
        Path = config.ScriptPath;
        VersionLocations = [System.IO.Path.Combine(Path, "versions")];
    }

    /// <summary>The revisions of an assembly whose sources are elsewhere.</summary>
    internal ScriptDirectory(MigrationsConfig config, IReadOnlyList<CompiledRevision> compiled)
        : this(config) => _compiled = compiled;

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
    /// <exception cref="ScriptException">The migrations folder is missing, or a file cannot be read.</exception>
    public IReadOnlyList<RevisionScript> Scan() =>
        _compiled is not null ? [.. _compiled.Select(revision => new RevisionScript(revision))]
        : Directory.Exists(Path) ? [.. VersionLocations.SelectMany(RevisionScanner.Scan)]
        : throw ScriptException.NoFolder(Path);

    /// <summary>The version history as the sources have it.</summary>
    /// <exception cref="ScriptException">The migrations folder is missing, or a file cannot be read.</exception>
    /// <exception cref="RevisionException">The files contradict each other.</exception>
    public RevisionGraph ReadGraph() => RevisionGraph.Build(Scan().Select(script => script.Revision));

    /// <summary>Where the file of a new revision goes.</summary>
    /// <exception cref="ScriptException">The configured file template has an unknown token, or leads out of the folder.</exception>
    public string PathFor(NewRevision revision) =>
        System.IO.Path.Combine(VersionLocations[0], new FileTemplate(_config).NameOf(revision));
}
