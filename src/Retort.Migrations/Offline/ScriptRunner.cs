namespace Retort.Migrations;

/// <summary>Writes down as SQL what a run of revisions would do. No database is opened; of the engine only its kind counts.</summary>
public sealed class ScriptRunner(Engine engine, RevisionSet revisions, MigrationOptions options)
{
    private readonly ScriptedTables _tables = new(engine.Dialect, options);

    private DdlCompiler Ddl => engine.Dialect.Ddl;

    /// <summary>The script that applies what the target needs.</summary>
    /// <param name="range">Where the database is, and the target.</param>
    /// <param name="idempotent">Whether it can be run from any revision, and again; the range's beginning then only says which revisions are in it.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    /// <exception cref="RevisionException">A revision is unknown or ambiguous.</exception>
    /// <exception cref="OfflineException">It cannot be written down.</exception>
    /// <exception cref="NotScriptableException">A revision runs code.</exception>
    /// <exception cref="MigrationException">All revisions are to share one transaction, and cannot.</exception>
    public Task<MigrationScript> UpgradeAsync(
        ScriptRange range,
        bool idempotent = false,
        CancellationToken cancellationToken = default
    )
    {
        var rows = range.Rows(revisions.Graph);
        var plan = UpgradePlan.Create(revisions.Graph, rows, range.To);
        return WriteAsync(new(Direction.Upgrade, rows, plan.Steps, plan.Rows, null), idempotent, cancellationToken);
    }

    /// <summary>The script that undoes what is above the target.</summary>
    /// <inheritdoc cref="UpgradeAsync" />
    public Task<MigrationScript> DowngradeAsync(
        ScriptRange range,
        bool idempotent = false,
        CancellationToken cancellationToken = default
    )
    {
        var rows = range.Rows(revisions.Graph);
        var plan = DowngradePlan.Create(revisions.Graph, rows, range.To);
        return WriteAsync(
            new(Direction.Downgrade, rows, plan.Steps, plan.Rows, plan.Warning),
            idempotent,
            cancellationToken
        );
    }

    private async Task<MigrationScript> WriteAsync(Plan plan, bool idempotent, CancellationToken cancellationToken)
    {
        var frame = Frame(plan.Before, idempotent);
        var steps = plan
            .Steps.Select(step =>
                PreparedStep.Of(step, plan.Direction, revisions[step.Revision], options.NewOperations(isScript: true))
            )
            .ToList();
        OneTransaction.Require(steps, options.Transactions, Ddl);
        foreach (var step in steps)
            ScriptedWork.Require(step, Ddl);
        var sql = await WriteAsync(frame, steps, plan.Before, cancellationToken).ConfigureAwait(false);
        return new(sql, [.. steps.Select(step => step.Revision.Id)], plan.Before, plan.Heads)
        {
            Warning = plan.Warning,
        };
    }

    private async Task<string> WriteAsync(
        ScriptFrame frame,
        IReadOnlyList<PreparedStep> steps,
        IReadOnlyList<string> rows,
        CancellationToken cancellationToken
    )
    {
        if (Rebuild.First(steps, options.Transactions, Ddl) is not { } rebuild)
            return await WriteAsync(null).ConfigureAwait(false);
        var rehearsal = await Rehearsal
            .StartAsync(engine, revisions, options, rows, rebuild, cancellationToken)
            .ConfigureAwait(false);
        await using (rehearsal.ConfigureAwait(false))
            return await WriteAsync(rehearsal).ConfigureAwait(false);

        Task<string> WriteAsync(Rehearsal? rehearsal) =>
            new StepWriter(
                engine.Dialect,
                _tables,
                frame,
                new ScriptedWork(Ddl, rehearsal, frame),
                options.Transactions
            ).WriteAsync(steps, rows, cancellationToken);
    }

    private ScriptFrame Frame(IReadOnlyList<string> rows, bool idempotent) =>
        idempotent
            ? new WhereNotDone(Ddl, _tables, new AppliedTables(_tables, revisions.Graph))
            : new AtRows(_tables, rows);

    private sealed record Plan(
        Direction Direction,
        IReadOnlyList<string> Before,
        IReadOnlyList<RevisionStep> Steps,
        IReadOnlyList<string> Heads,
        string? Warning
    );
}
