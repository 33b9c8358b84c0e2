namespace Retort.Migrations;

/// <summary>A revision of which a run has done some parts, and not all.</summary>
/// <param name="Id">The id.</param>
/// <param name="Direction">Which way the run went.</param>
/// <param name="Done">How many parts are done, from the first on.</param>
public sealed record PartlyRun(string Id, Direction Direction, int Done)
{
    /// <summary>The target of the command that finishes it; null: no file of the sources has the revision.</summary>
    public string? Target { get; init; }

    /// <summary>How far it is, in words.</summary>
    public string State => $"{Id} is {(Direction is Direction.Upgrade ? "applied" : "undone")} in part: {Parts}";

    /// <summary>The command that finishes it; null: no file of the sources has the revision.</summary>
    public string? Command =>
        Target is null ? null : $"retort {(Direction is Direction.Upgrade ? "upgrade" : "downgrade")} {Target}";

    private string Parts =>
        Done switch
        {
            0 => "a piece of part 1 is done",
            1 => "part 1 is done",
            _ => $"parts 1 to {Done} are done",
        };
}

/// <summary>The revisions that a database has in part. Nothing is to be run around them: other revisions rely on all of a revision, or on nothing of it.</summary>
internal static class PartlyRuns
{
    /// <summary>What earlier runs have left in the history.</summary>
    public static async ValueTask<IReadOnlyList<PartlyRun>> ReadAsync(
        MigrationContext database,
        RevisionGraph graph,
        CancellationToken cancellationToken
    )
    {
        if (
            !await database.History.ExistsAsync(cancellationToken).ConfigureAwait(false)
            || await database.History.PartsAsync(null, cancellationToken).ConfigureAwait(false)
                is not { Count: > 0 } parts
        )
            return [];
        return
        [
            .. parts
                .GroupBy(part => (part.Revision, part.Direction))
                .Select(run => new PartlyRun(
                    run.Key.Revision,
                    run.Key.Direction,
                    run.Where(part => part.Entry.State is PartState.Done)
                        .Select(part => part.Entry.Part)
                        .DefaultIfEmpty(0)
                        .Max()
                )
                {
                    Target = TargetOf(graph, run.Key.Revision, run.Key.Direction),
                }),
        ];
    }

    /// <summary>Makes sure that a run finishes what is done in part: all of it, or some of it and nothing else.</summary>
    /// <exception cref="MigrationException">It would leave something of it.</exception>
    public static async ValueTask RequireFinishedAsync(
        MigrationContext database,
        RevisionGraph graph,
        IReadOnlyList<string> rows,
        Direction direction,
        IReadOnlyList<Revision> steps,
        CancellationToken cancellationToken
    )
    {
        var partly = (await ReadAsync(database, graph, cancellationToken).ConfigureAwait(false))
            .Where(run => run.Target is not null)
            .ToList();
        if (partly.Find(run => !steps.Any(step => Finishes(step, run))) is not { } left)
            return;
        if (steps.Count == 0 || !steps.All(step => partly.Exists(run => Finishes(step, run))))
            throw MigrationException.DoneInPart(left, rows, RowsAfter(graph, rows, left));

        bool Finishes(Revision step, PartlyRun run) => (run.Id, run.Direction) == (step.Id, direction);
    }

    private static string? TargetOf(RevisionGraph graph, string id, Direction direction)
    {
        if (graph.Node(id) is not { } node)
            return null;
        if (direction is Direction.Upgrade)
            return id;
        var (target, siblings) = graph.Versioned.Parents[node] is [var parent, ..]
            ? (graph.Revisions[parent].Id, graph.Versioned.Children[parent].Length)
            : ("base", graph.Bases.Count);
        return siblings == 1 ? target : $"{id}@{target}";
    }

    /// <summary>The version rows when it is finished.</summary>
    private static IReadOnlyList<string> RowsAfter(RevisionGraph graph, IReadOnlyList<string> rows, PartlyRun run) =>
        run.Direction is Direction.Upgrade ? UpgradePlan.Create(graph, rows, run.Target!).Rows
        : graph.AppliedBy(rows).Any(revision => revision.Id == run.Id)
            ? DowngradePlan.Create(graph, rows, run.Target!).Rows
        : rows;
}
