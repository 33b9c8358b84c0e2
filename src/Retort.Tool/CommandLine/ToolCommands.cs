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
        new PlanCommand(),
        new ShowCommand(),
        new HistoryCommand(),
        new HeadsCommand(),
        new BranchesCommand(),
        new CurrentCommand(),
        new StampCommand(),
        new EditCommand(),
        new CheckCommand(),
        new EnsureVersionCommand(),
        new ScaffoldCommand(),
        new DiffCommand(),
        new CompletionCommand(),
    ];

    /// <summary>The command of a name that <see cref="CommandLineParser"/> accepted.</summary>
    public static ToolCommand Find(string name) => All.First(command => command.Name == name);
}
