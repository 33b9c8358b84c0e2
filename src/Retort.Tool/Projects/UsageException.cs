namespace Retort.Tool;

/// <summary>The command was given wrongly, or there is no project to run it for; exit code 2.</summary>
/// <remarks>
/// The launcher throws by these methods only: a constructor's type is loaded before the method that names it runs, and with it
/// Retort, which must wait until it is known whose.
/// </remarks>
internal sealed class UsageException : RetortException
{
    private UsageException(string code, string message, string hint)
        : base(code, message, hint) { }

    public static UsageException CommandLine(IEnumerable<string> errors, string hint) =>
        new("RT0801", string.Join(" ", errors.Distinct()), hint);

    public static UsageException NoSuchProject(string path) =>
        new("RT0802", $"There is no project {path}.", "Pass a project file, or a folder that has one: --project PATH.");

    public static UsageException NoNamedProject(string config, string name, string path) =>
        new(
            "RT0803",
            $"{config} names the project {name}, and there is no {path}.",
            "Correct `project` there, or pass --project PATH."
        );

    public static UsageException NoProject(string folder, string? config) =>
        config is null
            ? new(
                "RT0804",
                $"There is no project file in {folder}, and no retort.json there or above.",
                "Go to the folder of a project and type `retort init`, or pass --project PATH."
            )
            : new(
                "RT0804",
                $"There is no project file in {folder}.",
                $"Name the project in {config}: \"project\": \"PATH\", or pass --project PATH."
            );

    public static UsageException SeveralProjects(string folder, IEnumerable<string> commands) =>
        new(
            "RT0805",
            $"There are several project files in {folder}.",
            "Type one of these, or name the project in retort.json:\n"
                + string.Join('\n', commands.Select(command => $"  {command}"))
        );

    public static UsageException SeveralFrameworks(string project, IReadOnlyList<string> frameworks) =>
        new(
            "RT0806",
            $"{project} is built for several frameworks: {string.Join(", ", frameworks)}.",
            $"Choose one: --framework {frameworks[0]}"
        );

    public static UsageException NoSuchAssembly(string path) =>
        new(
            "RT0815",
            $"There is no assembly {path}.",
            "Pass the .dll that `dotnet build` or `dotnet publish` made: --assembly FILE."
        );

    public static UsageException WithoutSources(string command) =>
        new(
            "RT0816",
            $"`retort {command}` works on sources, and --assembly has none.",
            $"Leave out --assembly, in the folder of the project or with --project PATH."
        );

    public static UsageException WithoutReference(string revisions, string models) =>
        new(
            "RT0820",
            $"Neither {revisions} nor {models} references the other, so that none has both revisions and models.",
            $"Type `dotnet add \"{revisions}\" reference \"{models}\"`, or the other way round."
        );

    public static UsageException UnknownShell(string shell, IEnumerable<string> known) =>
        new(
            "RT0819",
            $"There is no completion for '{shell}'.",
            $"Type one of {string.Join(", ", known)}: retort completion bash"
        );

    public static UsageException NoDatabase(IReadOnlyList<string> sections) =>
        new(
            "RT0821",
            "No database is named: neither by --url, nor by RETORT_URL, nor by the environment class, nor in retort.json.",
            sections.Count > 0
                ? $"Choose a section of retort.json: --name {sections[0]}{string.Concat(sections.Skip(1).Select(each => $", or {each}"))}."
                : "Pass --url sqlite:///app.db, or write \"url\": \"sqlite:///app.db\" in retort.json."
        );

    public static UsageException NoSuchConfig(string path, string by) =>
        new("RT0629", $"There is no file {path}, which {by} names.", "Pass a retort.json: --config FILE.");

    public static UsageException NoSections(string section, string folder) =>
        new(
            "RT0616",
            $"There is no retort.json in {folder} or above, and so no section '{section}'.",
            "Leave out --name, or pass the file: --config FILE."
        );
}
