namespace Retort.Migrations;

/// <summary><c>retort downgrade</c>: undoes what is above the target.</summary>
public sealed class DowngradeCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <param name="target">As typed: <c>base</c>, an id, <c>-1</c>.</param>
    /// <param name="cancellationToken">Ends the run; the revision that is running stays applied.</param>
    /// <inheritdoc cref="UpgradeCommand.RunAsync" path="/exception" />
    public async Task<MigrationRun> RunAsync(string target, CancellationToken cancellationToken = default)
    {
        var run = await new MigrationRunner(context.Database, context.Revisions(), context.Options)
            .DowngradeAsync(target, cancellationToken)
            .ConfigureAwait(false);
        await context.Hooks.AppliedAsync(run, context.Database, cancellationToken).ConfigureAwait(false);
        return run;
    }

    /// <summary>Writes down as SQL what a run would do; no database is opened.</summary>
    /// <inheritdoc cref="ScriptRunner.DowngradeAsync" />
    public Task<MigrationScript> ScriptAsync(
        ScriptRange range,
        bool idempotent = false,
        CancellationToken cancellationToken = default
    ) =>
        new ScriptRunner(context.Database, context.Revisions(), context.Options).DowngradeAsync(
            range,
            idempotent,
            cancellationToken
        );
}
