namespace Retort.Migrations;

/// <summary>Finds and reads <c>retort.json</c>.</summary>
public static class RetortJson
{
    /// <summary>The file's name.</summary>
    public const string FileName = "retort.json";

    private const int LongestSlug = 200;

    private static readonly string[] Settings =
    [
        "$schema",
        "project",
        "script_location",
        "url",
        "version_table",
        "history_table",
        "file_template",
        "truncate_slug_length",
    ];

    /// <summary>The file in the folder or the nearest one above it; null where there is none.</summary>
    public static string? Find(string folder)
    {
        for (
            var directory = new DirectoryInfo(Path.GetFullPath(folder));
            directory is not null;
            directory = directory.Parent
        )
            if (Path.Combine(directory.FullName, FileName) is var path && File.Exists(path))
                return path;
        return null;
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="ScriptException">It cannot be read, is not JSON, or has a setting that is unknown or wrong; with line and column.</exception>
    public static MigrationsConfig Read(string path) => Parse(path, SourceText.Read(path).Text);

    /// <summary>Reads the text of the file.</summary>
    /// <exception cref="ScriptException">It is not JSON, or has a setting that is unknown or wrong; with line and column.</exception>
    public static MigrationsConfig Parse(string path, string text)
    {
        var json = new JsonText(path, text);
        var config = new MigrationsConfig(Path.GetDirectoryName(Path.GetFullPath(path))!) { Path = path };
        foreach (var setting in json.Members())
            config = Apply(config, setting);
        return config;
    }

    private static MigrationsConfig Apply(MigrationsConfig config, JsonMember setting) =>
        setting.Name switch
        {
            "$schema" => config,
            "project" => config with { Project = setting.Text() },
            "script_location" => config with { ScriptLocation = setting.Text() },
            "url" => config with { Url = setting.Text() },
            "version_table" => config with { VersionTable = setting.Text() },
            "history_table" => config with { HistoryTable = setting.Text() },
            "file_template" => config with { FileTemplate = setting.Text() },
            "truncate_slug_length" => config with { TruncateSlugLength = setting.Number(1, LongestSlug) },
            _ => throw ScriptException.UnknownSetting(
                setting.Path,
                setting.Line,
                setting.Column,
                setting.Name,
                Settings
            ),
        };
}
