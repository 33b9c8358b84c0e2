namespace Retort.Migrations;

/// <summary>The settings of <c>retort.json</c>, each with its default.</summary>
/// <param name="Directory">The folder that relative paths start from: that of the file.</param>
public sealed record MigrationsConfig(string Directory)
{
    /// <summary>The file; null for defaults without one.</summary>
    public string? Path { get; init; }

    /// <summary><c>project</c>: the project file, as written; null for the only one beside the file.</summary>
    public string? Project { get; init; }

    /// <summary><c>script_location</c>: the migrations folder, as written.</summary>
    public string ScriptLocation { get; init; } = "migrations";

    /// <summary><c>url</c>: the database, as written, with its <c>${placeholders}</c>, which <see cref="Placeholders"/> resolves; null where it comes from elsewhere.</summary>
    public string? Url { get; init; }

    /// <summary><c>version_table</c>: the table with a row a head.</summary>
    public string VersionTable { get; init; } = "retort_version";

    /// <summary><c>history_table</c>: the table of what was run when.</summary>
    public string HistoryTable { get; init; } = "retort_history";

    /// <summary><c>file_template</c>: how revision files are named, without <c>.cs</c>.</summary>
    public string FileTemplate { get; init; } = "{rev}_{slug}";

    /// <summary><c>truncate_slug_length</c>: the most characters of a message in a file name; 40 unless set, at least 1.</summary>
    public int TruncateSlugLength { get; init; } = 40;

    /// <summary>The migrations folder, absolute.</summary>
    public string ScriptPath => System.IO.Path.GetFullPath(ScriptLocation, Directory);

    /// <summary>The project file, absolute; null where none is set.</summary>
    public string? ProjectPath => Project is null ? null : System.IO.Path.GetFullPath(Project, Directory);
}
