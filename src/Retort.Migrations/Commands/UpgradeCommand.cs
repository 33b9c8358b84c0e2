namespace Retort.Migrations;

/// <summary><c>retort upgrade</c>: applies what the targets need and the database has not.</summary>
public sealed class UpgradeCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <param name="targets">As typed: <c>head</c>, <c>heads</c>, an id, <c>+1</c>.</param>
    /// <param name="cancellationToken">Ends the run; nothing remains of the revision that is running.</param>
    /// <exception cref="RevisionException">A target is unknown or ambiguous.</exception>
    /// <exception cref="StaleAssemblyException">The sources are not what was compiled.</exception>
    /// <exception cref="MigrationFailedException">A revision failed; nothing of it remains.</exception>
    /// <exception cref="HookException">Everything was run, and a hook after it failed.</exception>
    public async Task<MigrationRun> RunAsync(
        IReadOnlyList<string> targets,
        CancellationToken cancellationToken = default
    )
    {
        var run = await new MigrationRunner(context.Database, context.Revisions(), context.Options)
            .UpgradeAsync(targets, cancellationToken)
            .ConfigureAwait(false);
        await context.Hooks.AppliedAsync(run, context.Database, cancellationToken).ConfigureAwait(false);
        return run;
    }

    /// <summary>Writes down as SQL what a run would do; no database is opened.</summary>
    /// <inheritdoc cref="ScriptRunner.UpgradeAsync" />
    public Task<MigrationScript> ScriptAsync(
        ScriptRange range,
        bool idempotent = false,
        CancellationToken cancellationToken = default
    ) =>
        new ScriptRunner(context.Database, context.Revisions(), context.Options).UpgradeAsync(
            range,
            idempotent,
            cancellationToken
        );
}
