namespace Retort.Migrations;

/// <summary>A version row whose revision no file declares.</summary>
/// <param name="Id">The id in the row.</param>
/// <param name="Nearest">The last revision that was applied before it, stayed applied, and has a file; null where the history table knows none.</param>
public sealed record LostRevision(string Id, Revision? Nearest);

/// <summary>Finds what is known of revisions that a database has and the sources have not.</summary>
internal static class LostRevisions
{
    /// <summary>What the history table knows of the rows that the graph does not have.</summary>
    public static async ValueTask<IReadOnlyList<LostRevision>> FindAsync(
        MigrationContext database,
        RevisionGraph graph,
        IReadOnlyList<string> rows,
        CancellationToken cancellationToken
    )
    {
        var lost = rows.Where(row => graph.Find(row) is null).ToList();
        if (lost.Count == 0)
            return [];
        var applied = await database.History.ExistsAsync(cancellationToken).ConfigureAwait(false)
            ? await database.History.AppliedAsync(cancellationToken).ConfigureAwait(false)
            : [];
        return [.. lost.Select(id => new LostRevision(id, Nearest(graph, applied, id)))];
    }

    /// <summary>Makes sure that the graph has the revision of each row.</summary>
    /// <exception cref="RevisionException">It has not.</exception>
    public static async ValueTask RequireNoneAsync(
        MigrationContext database,
        RevisionGraph graph,
        IReadOnlyList<string> rows,
        CancellationToken cancellationToken
    )
    {
        if (await FindAsync(database, graph, rows, cancellationToken).ConfigureAwait(false) is [var first, ..] lost)
            throw RevisionException.UnknownRow(first.Id, first.Nearest, RowsWithout(graph, rows, lost));
    }

    private static Revision? Nearest(RevisionGraph graph, IReadOnlyList<string> applied, string lost) =>
        applied.TakeWhile(id => id != lost).Select(graph.Find).LastOrDefault(revision => revision is not null);

    /// <summary>The version rows with the nearest revisions in the place of the lost ones: those that no other of them implies.</summary>
    public static IReadOnlyList<string> RowsWithout(
        RevisionGraph graph,
        IReadOnlyList<string> rows,
        IReadOnlyList<LostRevision> lost
    )
    {
        List<int> nodes =
        [
            .. rows.Concat(lost.Select(each => each.Nearest?.Id ?? "")).Select(graph.Node).OfType<int>(),
        ];
        var below = graph.All.Ancestors(nodes.SelectMany(node => graph.All.Parents[node]));
        return [.. graph.At(nodes.Distinct().Where(node => !below.Contains(node))).Select(revision => revision.Id)];
    }
}
