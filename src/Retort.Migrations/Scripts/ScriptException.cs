namespace Retort.Migrations;

/// <summary>A file of the project that cannot be used as it is: a revision, the template, the configuration.</summary>
public sealed class ScriptException : RetortException
{
    private ScriptException(
        string code,
        string message,
        string? hint,
        string path,
        int? line = null,
        int? column = null,
        Exception? inner = null
    )
        : base(code, message, hint, inner)
    {
        Path = path;
        Line = line;
        Column = column;
    }

    /// <summary>The file or folder.</summary>
    public string Path { get; }

    /// <summary>Counted from 1; null where the whole file is meant.</summary>
    public int? Line { get; }

    /// <summary>In characters, counted from 1; null where the whole file is meant.</summary>
    public int? Column { get; }

    internal static ScriptException Syntax(string path, int line, int column, string expected, string found) =>
        new(
            "RT0601",
            $"{path}:{line}:{column}: expected {expected}{(found.Length == 0 ? "" : $", found: {found}")}",
            "Correct the file; no revision is run before all of them can be read.",
            path,
            line,
            column
        );

    internal static ScriptException NotUtf8(string path) =>
        new("RT0602", $"{path} is not UTF-8 text.", "Save the file as UTF-8.", path);

    internal static ScriptException Unreadable(string path, Exception error) =>
        new("RT0603", $"{path} cannot be read: {error.Message}", null, path, inner: error);

    internal static ScriptException NoFolder(string path, string? section) =>
        new(
            "RT0604",
            $"There is no migrations folder {path}.",
            section is null
                ? "Type `retort init`, or correct script_location in retort.json."
                : $"Make it, or correct script_location of section '{section}' in retort.json.",
            path
        );

    internal static ScriptException FileExists(string path) =>
        new(
            "RT0605",
            $"{path} exists already; nothing was written.",
            "Choose another message or revision id, or delete the file.",
            path
        );

    internal static ScriptException FilePresent(string path) =>
        new(
            "RT0615",
            $"{path} exists already; nothing was written.",
            "Choose another folder with --output, or pass --force to write over the files.",
            path
        );

    internal static ScriptException Unwritable(string path, Exception error) =>
        new("RT0606", $"{path} cannot be written: {error.Message}", null, path, inner: error);

    internal static ScriptException NotAFolder(string path) =>
        new(
            "RT0607",
            $"{path} is a file, and a folder of that name is needed.",
            "Choose another folder: `retort init FOLDER`.",
            path
        );

    internal static ScriptException FileTemplate(string path, string template, string problem) =>
        new(
            "RT0608",
            $"The file_template '{template}' of {path} {problem}.",
            "Its tokens are {rev}, {slug}, {year}, {month}, {day}, {hour}, {minute}, {second} and {epoch}.",
            path
        );

    internal static ScriptException TemplateWithoutRevision(string path, string id) =>
        new(
            "RT0609",
            $"{path} does not make a class with [Revision(\"{id}\")]; nothing was written.",
            "Put ${attributes} before the class in the template.",
            path
        );

    internal static ScriptException TemplateLacks(string path, string attribute) =>
        new(
            "RT0630",
            $"{path} does not write [{attribute}], which the new revision needs; nothing was written.",
            "Put ${attributes} before the class in the template.",
            path
        );

    internal static ScriptException UnknownToken(
        SourceText template,
        string token,
        string name,
        IReadOnlyList<string> known
    ) =>
        At(
            "RT0610",
            template,
            template.Text.IndexOf(token, StringComparison.Ordinal),
            $"there is no token {token}; nothing was written.",
            Spelling.DidYouMean(name, known)
                ?? $"The tokens are {string.Join(", ", known)}; others are TemplateValues of the environment class, which is asked for every revision where retort.json has \"revision_environment\": true."
        );

    internal static ScriptException TemplateWithoutToken(SourceText template, string token, string method) =>
        At(
            "RT0611",
            template,
            Math.Max(0, template.Text.IndexOf(method, StringComparison.Ordinal)),
            $"there is no {token}, and the revision has statements for it; nothing was written.",
            $"Write {token} alone on a line in the body of {method.TrimEnd('(')}."
        );

    internal static ScriptException TemplateWithOneClass(SourceText template, int position) =>
        At(
            "RT0612",
            template,
            position,
            "every revision would be a class of this name; nothing was written.",
            "Write ${class} for the name of the class."
        );

    private static ScriptException At(string code, SourceText source, int position, string problem, string hint)
    {
        var (line, column) = source.LineAndColumn(position);
        return new(code, $"{source.Path}:{line}:{column}: {problem}", hint, source.Path, line, column);
    }

    internal static ScriptException UnknownSetting(JsonMember member, IReadOnlyList<string> known) =>
        new(
            "RT0621",
            $"{member.Path}:{member.Line}:{member.Column}: there is no setting '{member.Name}'.",
            Spelling.DidYouMean(member.Key, known) ?? $"The settings are {string.Join(", ", known)}.",
            member.Path,
            member.Line,
            member.Column
        );

    internal static ScriptException WrongSetting(
        string path,
        int line,
        int column,
        string name,
        string expected,
        string? hint
    ) => new("RT0622", $"{path}:{line}:{column}: '{name}' must be {expected}.", hint, path, line, column);

    internal static ScriptException MalformedJson(string path, int line, int column, string problem) =>
        new(
            "RT0623",
            $"{path}:{line}:{column}: {problem}",
            "Correct the file; comments and trailing commas are allowed.",
            path,
            line,
            column
        );

    internal static ScriptException Unresolved(
        string path,
        string setting,
        string name,
        IEnumerable<string> searched
    ) =>
        new(
            "RT0624",
            $"{path}: {setting} names ${{{name}}}, which is set nowhere: not in {string.Join(", not in ", searched)}.",
            $"Set the environment variable {name.Replace(":", "__", StringComparison.Ordinal)}{(setting == "url" ? ", or pass --url" : "")}.",
            path
        );

    internal static ScriptException MalformedProject(string path, int line, int column, string problem) =>
        new("RT0625", $"{path}:{line}:{column}: {problem}", "Correct the project file.", path, line, column);

    internal static ScriptException UnknownSection(string path, string name, IReadOnlyList<string> known) =>
        new(
            "RT0626",
            $"{path} has no section '{name}'.",
            Spelling.DidYouMean(name, known)
                ?? (
                    known.Count > 0
                        ? $"Its sections are {string.Join(", ", known)}."
                        : $"Leave out --name, or write \"sections\": {{ \"{name}\": {{ … }} }}."
                ),
            path
        );

    internal static ScriptException RepeatedLocation(JsonMember member, string earlier, string later) =>
        new(
            "RT0627",
            $"{member.Path}:{member.Line}:{member.Column}: '{member.Name}' names '{earlier}' and '{later}', whose revisions would be read twice.",
            "Keep one of them; subfolders are read too, unless recursive_version_locations is false.",
            member.Path,
            member.Line,
            member.Column
        );

    internal static ScriptException OtherSection(RevisionScript script, string? section) =>
        new(
            "RT0628",
            $"{script.Path}:{script.Revision.Location!.Line}: revision {script.Revision.Id} {Belongs(script.Section)}, and stands in a folder of {(section is null ? "no section" : $"section '{section}'")}.",
            section is null
                ? $"Take [Section(\"{script.Section}\")] away, or move the file to that section's folder."
                : $"Write [Section(\"{section}\")] before the class, or move the file.",
            script.Path,
            script.Revision.Location.Line
        );

    private static string Belongs(string? section) =>
        section is null ? "has no [Section]" : $"has [Section(\"{section}\")]";
}
