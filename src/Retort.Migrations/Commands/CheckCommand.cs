namespace Retort.Migrations;

/// <summary><c>retort check</c>: whether models and database agree. Changes nothing.</summary>
public sealed class CheckCommand(CommandContext context)
{
    /// <summary>Compares; an empty result says that they agree.</summary>
    /// <exception cref="BehindException">The database has not all revisions.</exception>
    /// <exception cref="StaleAssemblyException">The sources are not what was compiled.</exception>
    public Task<AutogenerateResult> RunAsync(CancellationToken cancellationToken = default) =>
        Differences.FindAsync(context, context.Scripts.Scan(), writes: false, ["heads"], [], cancellationToken);
}
