namespace Retort.Migrations;

/// <summary>Finds and reads <c>retort.json</c>.</summary>
public static class RetortJson
{
    /// <summary>The file's name.</summary>
    public const string FileName = "retort.json";

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
    /// <param name="path">The file.</param>
    /// <param name="section">The section that is chosen; null: what stands outside of sections.</param>
    /// <exception cref="ScriptException">It cannot be read, is not JSON, has a setting that is unknown or wrong, with line and column; or has no such section.</exception>
    public static MigrationsConfig Read(string path, string? section = null) =>
        Parse(path, SourceText.Read(path).Text, section);

    /// <summary>Reads the text of the file. Every section is checked, whichever is chosen.</summary>
    /// <param name="path">The file, for relative paths and errors.</param>
    /// <param name="text">The text.</param>
    /// <param name="section">The section that is chosen; null: what stands outside of sections.</param>
    /// <exception cref="ScriptException">It is not JSON, has a setting that is unknown or wrong, with line and column; or has no such section.</exception>
    public static MigrationsConfig Parse(string path, string text, string? section = null)
    {
        var members = new JsonText(path, text).Members();
        var start = new MigrationsConfig(Path.GetDirectoryName(Path.GetFullPath(path))!) { Path = path };
        var top = Apply(start, members, Settings.All);
        var sections = Sections(members).Select(each => Section(top, each)).ToList();
        top = top with { Sections = [.. sections.Select(each => each.Section!)] };
        return section is null ? top : Choose(top, sections, section);
    }

    private static IReadOnlyList<JsonMember> Sections(IEnumerable<JsonMember> members) =>
        members.FirstOrDefault(member => member.Key == Settings.Sections) is { } sections
            ? sections.Members("an object with a section for each name")
            : [];

    private static MigrationsConfig Section(MigrationsConfig top, JsonMember section) =>
        Apply(top with { Section = section.Key }, section.Members("an object with settings"), Settings.OfSection);

    private static MigrationsConfig Choose(MigrationsConfig top, List<MigrationsConfig> sections, string name)
    {
        var chosen =
            sections.Find(each => each.Section == name)
            ?? throw ScriptException.UnknownSection(top.Path!, name, top.Sections);
        return chosen with
        {
            Sections = top.Sections,
            RevisionSection = chosen.SharesRevisions(top) ? null : sections.First(chosen.SharesRevisions).Section,
        };
    }

    private static MigrationsConfig Apply(
        MigrationsConfig config,
        IReadOnlyList<JsonMember> members,
        IReadOnlyList<Setting> settings
    )
    {
        foreach (var member in members)
            config = Find(settings, member).Apply(config, member);
        if (members.FirstOrDefault(member => member.Key == Settings.VersionLocations) is { } locations)
            CheckLocations(config, locations);
        return config;
    }

    private static Setting Find(IReadOnlyList<Setting> settings, JsonMember member) =>
        settings.FirstOrDefault(setting => setting.Name == member.Key)
        ?? throw ScriptException.UnknownSetting(member, [.. settings.Select(setting => setting.Name)]);

    /// <summary>No file may be read twice.</summary>
    private static void CheckLocations(MigrationsConfig config, JsonMember member)
    {
        var paths = config.VersionPaths;
        for (var later = 1; later < paths.Count; later++)
        for (var earlier = 0; earlier < later; earlier++)
            if (Overlap(paths[earlier], paths[later], config.RecursiveVersionLocations))
                throw ScriptException.RepeatedLocation(
                    member,
                    config.VersionLocations[earlier],
                    config.VersionLocations[later]
                );
    }

    private static bool Overlap(string left, string right, bool recursive) =>
        left == right || (recursive && (IsIn(left, right) || IsIn(right, left)));

    private static bool IsIn(string folder, string path) =>
        path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
