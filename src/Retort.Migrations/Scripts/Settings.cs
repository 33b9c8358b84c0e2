namespace Retort.Migrations;

/// <summary>What <c>retort.json</c> can say, in the order of the documentation. <c>docs/retort.schema.json</c> says the same to editors.</summary>
internal static class Settings
{
    public const string Sections = "sections";
    public const string VersionLocations = "version_locations";

    private const string Schema = "$schema";

    private const int LongestSlug = 200;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        Setting.Text(Schema, (config, _) => config),
        Setting.Text("project", (config, value) => config with { Project = value }),
        Setting.Text("models_project", (config, value) => config with { ModelsProject = value }),
        Setting.Text("script_location", (config, value) => config with { ScriptLocation = value }),
        Setting.Texts(VersionLocations, (config, value) => config with { VersionLocations = value }),
        Setting.Flag(
            "recursive_version_locations",
            (config, value) => config with { RecursiveVersionLocations = value }
        ),
        Setting.Text("file_template", (config, value) => config with { FileTemplate = value }),
        Setting.Number(
            "truncate_slug_length",
            1,
            LongestSlug,
            (config, value) => config with { TruncateSlugLength = value }
        ),
        new("timezone", "the IANA name of a time zone", (config, value) => config with { TimeZone = TimeZone(value) }),
        Setting.Choice(
            "output_encoding",
            [.. TextFile.Encodings.Keys],
            (config, value) => config with { OutputEncoding = value }
        ),
        Setting.Flag("revision_environment", (config, value) => config with { RevisionEnvironment = value }),
        Setting.Text("url", (config, value) => config with { Url = value }),
        Setting.Text("version_table", (config, value) => config with { VersionTable = value }),
        Setting.Text("version_table_schema", (config, value) => config with { VersionTableSchema = value }),
        Setting.Text("history_table", (config, value) => config with { HistoryTable = value }),
        Setting.Choice(
            "transactions",
            ["revision", "all", "none"],
            (config, value) => config with { Transactions = value }
        ),
        new("hooks", HookSetting.Form, (config, value) => config with { Hooks = HookSetting.Read(value) }),
        new(Sections, "an object with a section for each name", (config, _) => config),
    ];

    /// <summary>Those that a section may have too.</summary>
    public static IReadOnlyList<Setting> OfSection { get; } =
    [.. All.Where(setting => setting.Name is not (Schema or Sections))];

    private static TimeZoneInfo TimeZone(JsonMember value)
    {
        var id = value.Value as string ?? "";
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? zone
            : throw value.Wrong(
                "the IANA name of a time zone",
                Spelling.DidYouMean(id, TimeZoneInfo.GetSystemTimeZones().Select(each => each.Id))
                    ?? "Such as Europe/Berlin, America/New_York or UTC."
            );
    }
}
