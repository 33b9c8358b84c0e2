using System.CommandLine;

namespace Retort.Tool;

/// <summary>The options that every command has.</summary>
internal static class GlobalOptions
{
    /// <summary>A compiled project in the place of sources.</summary>
    public const string Assembly = "assembly";

    /// <summary>The project with the models.</summary>
    public const string ModelsProject = "models-project";

    public static IEnumerable<Option> All() =>
        [
            new Option<string>("--project", "-p")
            {
                Description = "The project with the revisions: its file or folder.",
                HelpName = "PATH",
                Recursive = true,
            },
            new Option<string>($"--{ModelsProject}")
            {
                Description =
                    "The project with the models, where it is another one that references that of the revisions.",
                HelpName = "PATH",
                Recursive = true,
            },
            new Option<string>("--config", "-c")
            {
                Description = "The retort.json; otherwise RETORT_CONFIG, or the nearest one upwards.",
                HelpName = "FILE",
                Recursive = true,
            },
            new Option<string>("--name", "-n")
            {
                Description = "The section of retort.json.",
                HelpName = "SECTION",
                Recursive = true,
            },
            new Option<string[]>("-x")
            {
                Description = "A value for the environment class and the revisions; can be repeated.",
                HelpName = "NAME=VALUE",
                Recursive = true,
            },
            new Option<string>("--url")
            {
                Description =
                    "The database, such as sqlite:///app.db; otherwise RETORT_URL, the environment class, or retort.json.",
                HelpName = "URL",
                Recursive = true,
            },
            new Option<string>($"--{Assembly}")
            {
                Description = "A compiled project, in the place of its sources; needs no SDK.",
                HelpName = "FILE",
                Recursive = true,
            },
            new Option<bool>("--no-build")
            {
                Description = "Use the assembly as it is, however old.",
                Recursive = true,
            },
            new Option<bool>("--no-fast-build")
            {
                Description = "Build by MSBuild also where the compiler alone would do.",
                Recursive = true,
            },
            new Option<string>("--configuration")
            {
                Description = "The build configuration; Debug unless given.",
                HelpName = "NAME",
                Recursive = true,
            },
            new Option<string>("--framework")
            {
                Description = "The target framework, where the project has several.",
                HelpName = "TFM",
                Recursive = true,
            },
            new Option<bool>("--json")
            {
                Description = "Write exactly one JSON document to standard output, also for an error.",
                Recursive = true,
            },
            new Option<bool>("--quiet", "-q")
            {
                Description = "Show only errors, and what was asked for.",
                Recursive = true,
            },
            new Option<bool>("--verbose", "-v") { Description = "Show more of what is done.", Recursive = true },
            new Option<bool>("--raiseerr") { Description = "Show the stack of an error.", Recursive = true },
        ];
}
