namespace Retort.Tool;

/// <summary>The tool cannot run the user's project.</summary>
/// <inheritdoc cref="UsageException" path="/remarks" />
internal sealed class ToolException : RetortException
{
    private ToolException(string code, string message, string hint, Exception? inner = null)
        : base(code, message, hint, inner) { }

    public static ToolException NoEditor() =>
        new(
            "RT0647",
            "There is no editor: neither EDITOR nor VISUAL is set, and none of the usual programs is in the PATH.",
            "Set the environment variable EDITOR, such as EDITOR=nano."
        );

    public static ToolException EditorFailed(string command, Exception error) =>
        new(
            "RT0648",
            $"The editor `{command}` cannot be started: {error.Message}",
            "Correct the environment variable EDITOR.",
            error
        );

    public static ToolException DoesNotBuild(string project) =>
        new("RT0811", $"{project} does not build; the database is as it was.", "Correct what the compiler says above.");

    public static ToolException WithoutMigrations(string project) =>
        new(
            "RT0812",
            $"{project} does not use Retort.Migrations; nothing was run.",
            "Type `dotnet add package Retort.Migrations`, and `retort init` where there is no retort.json yet."
        );

    public static ToolException NotBuilt(string project) =>
        new("RT0813", $"{project} has no assembly that can be used as it is.", "Leave out --no-build.");

    public static ToolException BadRuntimeConfig(string path, string reason) =>
        new(
            "RT0817",
            $"{path} cannot be understood ({reason}); nothing was run.",
            "Publish the project again; the file is written by the build."
        );

    public static ToolException NotHosted(string path, string reason) =>
        new(
            "RT0818",
            $"{path} cannot be hosted: {reason}. Nothing was run.",
            "Pass the assembly of the project with the revisions, with all that `dotnet publish` put beside it."
        );

    public static ToolException OtherVersion(Version project, Version tool) =>
        new(
            "RT0814",
            $"The project uses Retort.Migrations {project.ToString(3)}, and this is Retort.Tool {tool.ToString(3)}; nothing was run.",
            project > tool
                ? $"Type `dotnet tool update Retort.Tool --version {project.ToString(2)}.*` (with --global or --tool-path where it was installed so)."
                : $"Type `dotnet add package Retort.Migrations --version {tool.ToString(2)}.*`, or install the tool's version {project.ToString(2)}.*."
        );
}
