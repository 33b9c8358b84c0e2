namespace Retort.Migrations;

/// <summary>What is planned.</summary>
public enum PlanKind
{
    /// <summary><c>retort upgrade</c></summary>
    Upgrade,

    /// <summary><c>retort downgrade</c></summary>
    Downgrade,

    /// <summary><c>retort stamp</c></summary>
    Stamp,
}

/// <summary>What <c>retort plan</c> is asked.</summary>
/// <param name="Kind">What is planned.</param>
/// <param name="Targets">As typed: <c>head</c>, <c>heads</c>, an id, <c>+1</c>; one for a downgrade.</param>
public sealed record PlanOptions(PlanKind Kind, IReadOnlyList<string> Targets)
{
    /// <summary>The version rows to start from, as typed: ids, prefixes, labels; none: from the base. Null: those of the database.</summary>
    public IReadOnlyList<string>? From { get; init; }
}

/// <summary>What would be done.</summary>
/// <param name="Before">The version rows now, in their order.</param>
/// <param name="Steps">The revisions in order of execution; of a stamp those that get a row.</param>
/// <param name="Rows">The version rows afterwards, sorted.</param>
public sealed record PlanResult(
    IReadOnlyList<Revision> Before,
    IReadOnlyList<Revision> Steps,
    IReadOnlyList<string> Rows
)
{
    /// <summary>What the user should know before it is done; null for nothing.</summary>
    public string? Warning { get; init; }
}

/// <summary><c>retort plan</c>: the steps of an upgrade, a downgrade or a stamp, none of which is done.</summary>
public sealed class PlanCommand(CommandContext context)
{
    /// <summary>Plans.</summary>
    /// <param name="options">What; without <see cref="PlanOptions.From"/> the context needs a database.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="RevisionException">A target is unknown or ambiguous, or there is no such way.</exception>
    /// <exception cref="MigrationException">The database has a revision in part, which the steps would not finish.</exception>
    /// <exception cref="DatabaseException">The database cannot be read.</exception>
    public async Task<PlanResult> RunAsync(PlanOptions options, CancellationToken cancellationToken = default)
    {
        var graph = context.Scripts.ReadGraph();
        var rows = options.From is { } from
            ? [.. from.SelectMany(graph.Resolve).Select(revision => revision.Id).Distinct()]
            : await DatabaseState.KnownRowsAsync(context, graph, cancellationToken).ConfigureAwait(false);
        var plan = Plan(graph, rows, options);
        if (options is { From: null, Kind: not PlanKind.Stamp })
            await RequireFinishedAsync(graph, rows, options.Kind, plan.Steps, cancellationToken).ConfigureAwait(false);
        return plan with { Before = [.. rows.Select(row => graph.Find(row)!)] };
    }

    private Task<bool> RequireFinishedAsync(
        RevisionGraph graph,
        IReadOnlyList<string> rows,
        PlanKind kind,
        IReadOnlyList<Revision> steps,
        CancellationToken cancellationToken
    )
    {
        var direction = kind is PlanKind.Upgrade ? Direction.Upgrade : Direction.Downgrade;
        return DatabaseState.ReadAsync(context, true, RequireAsync, cancellationToken);

        async ValueTask<bool> RequireAsync(MigrationContext database, CancellationToken cancellation)
        {
            await PartlyRuns
                .RequireFinishedAsync(database, graph, rows, direction, steps, cancellation)
                .ConfigureAwait(false);
            return true;
        }
    }

    private static PlanResult Plan(RevisionGraph graph, IReadOnlyList<string> rows, PlanOptions options)
    {
        switch (options.Kind)
        {
            case PlanKind.Upgrade:
                var upgrade = UpgradePlan.Create(graph, rows, options.Targets);
                return new([], Revisions(upgrade.Steps), upgrade.Rows);
            case PlanKind.Downgrade:
                var downgrade = DowngradePlan.Create(graph, rows, options.Targets.Single());
                return new([], Revisions(downgrade.Steps), downgrade.Rows) { Warning = downgrade.Warning };
            default:
                var stamp = StampPlan.Create(graph, rows, options.Targets);
                return new(
                    [],
                    [.. stamp.Steps.Select(step => step.To).OfType<string>().Select(id => graph.Find(id)!)],
                    stamp.Rows
                );
        }
    }

    private static IReadOnlyList<Revision> Revisions(IReadOnlyList<RevisionStep> steps) =>
        [.. steps.Select(step => step.Revision)];
}
