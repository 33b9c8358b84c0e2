namespace Retort.Tool;

/// <summary>Every command, in the order of the help.</summary>
internal static class ToolCommands
{
    public static IReadOnlyList<ToolCommand> All { get; } =
    [
        new InitCommand(),
        new RevisionCommand(),
        new UpgradeCommand(),
        new DowngradeCommand(),
        new CurrentCommand(),
        new HistoryCommand(),
        new CheckCommand(),
        new ScaffoldCommand(),
        new DiffCommand(),
        new CompletionCommand(),
    ];

    /// <summary>The command of a name that <see cref="CommandLineParser"/> accepted.</summary>
    public static ToolCommand Find(string name) => All.First(command => command.Name == name);
}
