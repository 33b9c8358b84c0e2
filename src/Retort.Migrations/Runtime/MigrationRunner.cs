namespace Retort.Migrations;

/// <summary>
/// Runs revisions: takes the database's lock, then reads the version rows, then plans, then runs each revision in a transaction
/// of its own. The order is what lets any number of runners start at once: each revision runs once.
/// </summary>
public sealed class MigrationRunner(Engine engine, RevisionSet revisions, MigrationOptions options)
{
    /// <summary>Applies all that the targets need and the database has not.</summary>
    /// <param name="targets">As typed: <c>head</c>, <c>heads</c>, an id, <c>+1</c>.</param>
    /// <param name="cancellationToken">Ends the run; nothing remains of the revision that is running, but for parts that are done.</param>
    /// <exception cref="RevisionException">A target is unknown or ambiguous.</exception>
    /// <exception cref="LockTimeoutException">Somebody else kept the lock.</exception>
    /// <exception cref="MigrationFailedException">A revision failed; nothing of it remains.</exception>
    /// <exception cref="MigrationException">Somebody else changed the version rows meanwhile, or an earlier run has left a revision half done that this one would not finish.</exception>
    public Task<MigrationRun> UpgradeAsync(
        IReadOnlyList<string> targets,
        CancellationToken cancellationToken = default
    ) => RunAsync(rows => UpgradeSteps(rows, targets), cancellationToken);

    /// <summary>Undoes all that is above the target.</summary>
    /// <param name="target">As typed: <c>base</c>, an id, <c>-1</c>.</param>
    /// <param name="cancellationToken">Ends the run; the revision that is running stays applied, but for parts that are undone.</param>
    /// <inheritdoc cref="UpgradeAsync" path="/exception" />
    public Task<MigrationRun> DowngradeAsync(string target, CancellationToken cancellationToken = default) =>
        RunAsync(rows => DowngradeSteps(rows, target), cancellationToken);

    private Plan UpgradeSteps(IReadOnlyList<string> rows, IReadOnlyList<string> targets)
    {
        var plan = UpgradePlan.Create(revisions.Graph, rows, targets);
        return new(Direction.Upgrade, plan.Steps, null);
    }

    private Plan DowngradeSteps(IReadOnlyList<string> rows, string target)
    {
        var plan = DowngradePlan.Create(revisions.Graph, rows, target);
        return new(Direction.Downgrade, plan.Steps, plan.Warning);
    }

    private async Task<MigrationRun> RunAsync(
        Func<IReadOnlyList<string>, Plan> plan,
        CancellationToken cancellationToken
    )
    {
        var run = await LockedDatabase
            .RunAsync(
                engine,
                options,
                (context, taken) => RunAsync(context, taken, plan, cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);
        if (run.Applied.Count > 0 && options.Environment is { } environment)
            await CallBackAsync(environment, run, cancellationToken).ConfigureAwait(false);
        return run;
    }

    private async Task CallBackAsync(
        MigrationEnvironment environment,
        MigrationRun run,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await environment.AfterApplyAsync(run, engine, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw MigrationException.AfterApplyThrew(run, engine, error);
        }
    }

    private async Task<MigrationRun> RunAsync(
        MigrationContext context,
        DatabaseLock taken,
        Func<IReadOnlyList<string>, Plan> plan,
        CancellationToken cancellationToken
    )
    {
        var before = await context.RowsAsync(cancellationToken).ConfigureAwait(false);
        await LostRevisions.RequireNoneAsync(context, revisions.Graph, before, cancellationToken).ConfigureAwait(false);
        var (direction, steps, warning) = plan(before);
        await PartlyRuns
            .RequireFinishedAsync(
                context,
                revisions.Graph,
                before,
                direction,
                [.. steps.Select(step => step.Revision)],
                cancellationToken
            )
            .ConfigureAwait(false);
        var changed = await ReportChangedFilesAsync(context, before, cancellationToken).ConfigureAwait(false);
        var prepared = steps
            .Select(step => PreparedStep.Of(step, direction, revisions[step.Revision], options.NewOperations()))
            .ToList();
        var runner = new StepRunner(context, engine, taken, before);
        if (prepared.Count > 0)
            await StartAsync(context, prepared, cancellationToken).ConfigureAwait(false);
        await runner.RunAsync(prepared, cancellationToken).ConfigureAwait(false);
        return new(runner.Applied, before, runner.Rows)
        {
            ChangedFiles = changed,
            Warning = warning,
            WayBack =
                runner.Applied.Count == 0 ? null
                : direction is Direction.Upgrade ? WayBack.Target(revisions.Graph, runner.Rows, before, steps.Count)
                : string.Join(' ', before),
        };
    }

    private async ValueTask StartAsync(
        MigrationContext context,
        IReadOnlyList<PreparedStep> steps,
        CancellationToken cancellationToken
    )
    {
        var dialect = context.Connection.Dialect;
        OneTransaction.Require(steps, options.Transactions, dialect.Ddl);
        options.Progress?.Report(
            new RunStarted(options.Transactions, dialect.Syntax.TransactionalDdl)
            {
                HasParts = steps.Any(step => RevisionPart.Whole(step, options.Transactions, dialect.Ddl).Count > 1),
            }
        );
        await context.EnsureTablesAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<Revision>> ReportChangedFilesAsync(
        MigrationContext context,
        IReadOnlyList<string> rows,
        CancellationToken cancellationToken
    )
    {
        var changed = await context.ChangedFilesAsync(revisions, rows, cancellationToken).ConfigureAwait(false);
        foreach (var revision in changed)
            options.Progress?.Report(new AppliedFileChanged(revision));
        return changed;
    }

    private sealed record Plan(Direction Direction, IReadOnlyList<RevisionStep> Steps, string? Warning);
}
