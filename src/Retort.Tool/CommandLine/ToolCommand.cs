using Retort.Migrations;

namespace Retort.Tool;

/// <summary>A command of the tool: its words on the command line, and what it shows of what a command of Retort.Migrations did. One class and file each.</summary>
internal abstract class ToolCommand
{
    /// <summary>The word that is typed.</summary>
    public abstract string Name { get; }

    /// <summary>The name of its one argument; null where it takes none.</summary>
    public virtual string? Argument => null;

    /// <summary>The names of its arguments, in order.</summary>
    public virtual IReadOnlyList<string> Arguments => Argument is { } only ? [only] : [];

    /// <summary>The database that the command line names, and what names it; null: none.</summary>
    public virtual (string Url, string By)? Database(CommandRequest request) =>
        request["url"] is { } url ? (url, "--url") : null;

    /// <summary>The arguments, options and help. The names of options and arguments are those of <see cref="CommandRequest"/>.</summary>
    public abstract CliCommand Define();

    /// <summary>Command lines for its help.</summary>
    public virtual IReadOnlyList<string> Examples => [];

    /// <summary>What the command needs. What needs no compiled project runs at once, also where nothing compiles.</summary>
    public virtual CommandNeeds Needs(CommandRequest request) => CommandNeeds.Project;

    /// <summary>Whether it works on the sources of a project, and has nothing to do with a compiled one alone.</summary>
    public virtual bool IsForSources => false;

    /// <summary>The commands, for new revisions in the namespace of the project.</summary>
    protected static MigrationCommands Writing(CommandRequest request, CommandContext context) =>
        new(context with { Namespace = ProjectFile.Read(ProjectFinder.Here(request).Find().Path).MigrationsNamespace });

    /// <summary>What writing a revision needs: the environment class where retort.json says so.</summary>
    /// <param name="request">The command line.</param>
    /// <param name="otherwise">What it needs where retort.json does not.</param>
    protected static CommandNeeds NeedsToWrite(CommandRequest request, CommandNeeds otherwise) =>
        ProjectFinder.Here(request).FindConfig().RevisionEnvironment ? CommandNeeds.Project : otherwise;

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
