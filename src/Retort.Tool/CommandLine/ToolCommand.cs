namespace Retort.Tool;

/// <summary>A command of the tool: its words on the command line, and what it does with them. One class and file each.</summary>
internal abstract class ToolCommand
{
    /// <summary>The word that is typed.</summary>
    public abstract string Name { get; }

    /// <summary>The arguments, options and help of the command. The names of options and arguments are those of <see cref="CommandRequest"/>.</summary>
    public abstract CliCommand Define();
}

/// <summary>A command that needs the sources of a project at most: it runs at once, also where nothing compiles.</summary>
internal abstract class SourceCommand : ToolCommand
{
    public abstract Outcome Run(CommandRequest request);
}

/// <summary>A command that needs the compiled project; it runs where that is loaded.</summary>
internal abstract class ProjectCommand : ToolCommand
{
    public abstract Task<Outcome> RunAsync(
        CommandRequest request,
        HostedProject project,
        CancellationToken cancellationToken
    );
}
