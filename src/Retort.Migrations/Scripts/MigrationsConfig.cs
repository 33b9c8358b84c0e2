namespace Retort.Migrations;

/// <summary>The settings of <c>retort.json</c>, each with its default.</summary>
/// <param name="Directory">The folder that relative paths start from: that of the file.</param>
public sealed record MigrationsConfig(string Directory)
{
    /// <summary>The file; null for defaults without one.</summary>
    public string? Path { get; init; }

    /// <summary>The section that was chosen; null: none.</summary>
    public string? Section { get; init; }

    /// <summary>The names of all sections of the file.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>
    /// What <c>[Section]</c> says on the revisions and the environment: the first section that has these version locations; null where they are
    /// those outside of sections.
    /// </summary>
    public string? RevisionSection { get; init; }

    /// <summary><c>project</c>: the project file, as written; null for the only one beside the file.</summary>
    public string? Project { get; init; }

    /// <summary><c>models_project</c>: the project with the models where it is another one, as written; null: the same.</summary>
    public string? ModelsProject { get; init; }

    /// <summary><c>script_location</c>: the migrations folder, as written.</summary>
    public string ScriptLocation { get; init; } = "migrations";

    /// <summary><c>version_locations</c>: the folders with revisions, as written; none: <c>versions</c> in the migrations folder.</summary>
    public IReadOnlyList<string> VersionLocations { get; init; } = [];

    /// <summary><c>recursive_version_locations</c>: whether revisions may stand in subfolders of these folders.</summary>
    public bool RecursiveVersionLocations { get; init; } = true;

    /// <summary><c>url</c>: the database, as written, with its <c>${placeholders}</c>, which <see cref="Placeholders"/> resolves; null where it comes from elsewhere.</summary>
    public string? Url { get; init; }

    /// <summary><c>version_table</c>: the table with a row a head.</summary>
    public string VersionTable { get; init; } = "retort_version";

    /// <summary><c>version_table_schema</c>: the schema of both tables; null: the connection's default.</summary>
    public string? VersionTableSchema { get; init; }

    /// <summary><c>history_table</c>: the table of what was run when.</summary>
    public string HistoryTable { get; init; } = "retort_history";

    /// <summary><c>file_template</c>: how revision files are named, without <c>.cs</c>.</summary>
    public string FileTemplate { get; init; } = "{rev}_{slug}";

    /// <summary><c>truncate_slug_length</c>: the most characters of a message in a file name; 40 unless set, at least 1.</summary>
    public int TruncateSlugLength { get; init; } = 40;

    /// <summary><c>timezone</c>: of the tokens of <see cref="FileTemplate"/>; what <c>[Revision]</c> says is UTC always.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary><c>output_encoding</c>: of new revisions, <c>utf-8</c>, <c>utf-8-bom</c> or <c>utf-16</c>.</summary>
    public string OutputEncoding { get; init; } = "utf-8";

    /// <summary><c>revision_environment</c>: whether the environment class is asked, and the project built, also for revisions that are not generated.</summary>
    public bool RevisionEnvironment { get; init; }

    /// <summary><c>transactions</c>: <c>revision</c>, <c>all</c> or <c>none</c>; null where nothing is said.</summary>
    public string? Transactions { get; init; }

    /// <summary><c>hooks</c>, in the order in which they are run.</summary>
    public IReadOnlyList<Hook> Hooks { get; init; } = [];

    /// <summary>The migrations folder, absolute.</summary>
    public string ScriptPath => System.IO.Path.GetFullPath(ScriptLocation, Directory);

    /// <summary>The folders with revisions, absolute; new files go to the first.</summary>
    public IReadOnlyList<string> VersionPaths =>
        VersionLocations.Count == 0
            ? [System.IO.Path.Combine(ScriptPath, "versions")]
            :
            [
                .. VersionLocations.Select(location =>
                    System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(location, Directory))
                ),
            ];

    /// <summary>The project file, absolute; null where none is set.</summary>
    public string? ProjectPath => Project is null ? null : System.IO.Path.GetFullPath(Project, Directory);

    /// <summary>The folder of the project, as far as the settings say it.</summary>
    internal string ProjectDirectory =>
        ProjectPath is { } project ? System.IO.Path.GetDirectoryName(project)! : Directory;

    /// <summary>Whether two sections have one version history.</summary>
    internal bool SharesRevisions(MigrationsConfig other) => VersionPaths.SequenceEqual(other.VersionPaths);
}
