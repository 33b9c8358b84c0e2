using Retort.Migrations;

namespace Retort.Tool;

/// <summary>A command of the tool: its words on the command line, and what it shows of what a command of Retort.Migrations did. One class and file each.</summary>
internal abstract class ToolCommand
{
    /// <summary>The word that is typed.</summary>
    public abstract string Name { get; }

    /// <summary>The name of its one argument; null where it takes none.</summary>
    public virtual string? Argument => null;

    /// <summary>The arguments, options and help. The names of options and arguments are those of <see cref="CommandRequest"/>.</summary>
    public abstract CliCommand Define();

    /// <summary>Whether the compiled project and the database are needed. What reads the sources only runs at once, also where nothing compiles.</summary>
    public virtual bool NeedsProject(CommandRequest request) => true;

    /// <summary>Runs.</summary>
    /// <param name="request">The command line.</param>
    /// <param name="context">The project: complete, or only its sources.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    public abstract Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    );
}
