namespace Retort.Migrations;

/// <summary>
/// Runs the branches that a merge joins on scratch schemas, in the order in which they are named and in the reverse, each with all that it
/// follows and depends on, and compares what comes out.
/// </summary>
/// <param name="context">What the command works with.</param>
/// <param name="scripts">The sources of the revisions.</param>
/// <param name="branches">The last revisions of the branches.</param>
internal sealed class MergeTrial(
    CommandContext context,
    IReadOnlyList<RevisionScript> scripts,
    IReadOnlyList<Revision> branches
)
{
    /// <exception cref="StaleAssemblyException">The sources are not what was compiled, and that is required.</exception>
    public async Task<MergeProof> ProveAsync(MergeOptions options, CancellationToken cancellationToken)
    {
        if (context.Compiled is null)
            return MergeProof.Unproven(options.NotCompiled ?? "The project is not compiled.");
        if (context.Engine is not { } engine)
            return MergeProof.Unproven("No database is named that would say of what kind the schema is.");
        try
        {
            return await ProveAsync(engine, context.Revisions(scripts), cancellationToken).ConfigureAwait(false);
        }
        catch (StaleAssemblyException error) when (!options.RequireCurrent)
        {
            return MergeProof.Unproven(
                $"{error.Message} To have it tried, delete the new file, and type the same without --no-build."
            );
        }
        catch (RetortException error) when (error is not StaleAssemblyException)
        {
            return MergeProof.Unproven(error.Message);
        }
    }

    private async Task<MergeProof> ProveAsync(Engine engine, RevisionSet revisions, CancellationToken cancellationToken)
    {
        var graph = revisions.Graph;
        var steps = graph
            .AppliedBy(branches.Select(branch => branch.Id))
            .ToDictionary(
                each => each,
                each => PreparedStep.Of(each, Direction.Upgrade, revisions[each], context.Options.NewOperations())
            );
        if (
            await RefusalAsync(engine, steps.Values, Common(graph), cancellationToken).ConfigureAwait(false) is
            { } reason
        )
            return MergeProof.Unproven(reason);
        var forth = await RunAsync(engine, graph, steps, branches, cancellationToken).ConfigureAwait(false);
        if (forth.Left is not null)
            return Left(forth);
        var back = await RunAsync(engine, graph, steps, branches.Reverse(), cancellationToken).ConfigureAwait(false);
        return back.Left is null ? Compare(forth, back, engine.Dialect) : Left(back);
    }

    private static MergeProof Left(ScratchRun run) =>
        MergeProof.Unproven(
            $"Revision {run.Left!.Id} left the scratch schema '{ScratchSchema.Name}' or ended its transaction: look whether the database has something of it."
        );

    private static async Task<string?> RefusalAsync(
        Engine engine,
        IEnumerable<PreparedStep> steps,
        HashSet<Revision> common,
        CancellationToken cancellationToken
    )
    {
        var scratch = await ScratchSchema.CreateAsync(engine, cancellationToken).ConfigureAwait(false);
        await using (scratch.ConfigureAwait(false))
        {
            var limits = await TrialLimits.OfAsync(scratch.Connection, cancellationToken).ConfigureAwait(false);
            return steps
                .Select(step => limits.Refusal(step, common.Contains(step.Revision)))
                .FirstOrDefault(reason => reason is not null);
        }
    }

    private static async Task<ScratchRun> RunAsync(
        Engine engine,
        RevisionGraph graph,
        IReadOnlyDictionary<Revision, PreparedStep> steps,
        IEnumerable<Revision> order,
        CancellationToken cancellationToken
    )
    {
        var scratch = await ScratchSchema.CreateAsync(engine, cancellationToken).ConfigureAwait(false);
        await using (scratch.ConfigureAwait(false))
        {
            var run = new ScratchRun(scratch, graph, steps);
            await run.UpgradeAsync(order, cancellationToken).ConfigureAwait(false);
            return run;
        }
    }

    /// <summary>What all branches stand on.</summary>
    private HashSet<Revision> Common(RevisionGraph graph)
    {
        var common = graph.AppliedBy([branches[0].Id]).ToHashSet();
        foreach (var branch in branches.Skip(1))
            common.IntersectWith(graph.AppliedBy([branch.Id]));
        return common;
    }

    private static MergeProof Compare(ScratchRun forth, ScratchRun back, Dialect dialect)
    {
        var failures = new[] { (Run: forth, Other: back), (Run: back, Other: forth) }
            .Where(each => each.Run.Failure is not null)
            .Select(each =>
                (Failure: each.Run.Failure!, DependsOnOrder: each.Other.Done.Contains(each.Run.Failure!.Revision))
            )
            .ToList();
        if (failures.Find(each => !each.DependsOnOrder) is { Failure: { } failure })
            return MergeProof.Unproven($"On a scratch schema {failure}");
        return MergeProof.Of(
            failures.Count > 0
                ? [.. failures.Select(each => each.Failure.ToString())]
                : Differences(forth.Schema, back.Schema, dialect)
        );
    }

    private static IReadOnlyList<string> Differences(MetaData forth, MetaData back, Dialect dialect) =>
        Autogenerator
            .Compare(
                back,
                forth,
                dialect,
                new ExactNorms(dialect.Norms, dialect.Types, dialect.Ddl),
                new() { Comparers = Comparers.Whole(drops: true) }
            )
            .Detected;
}
