namespace Retort.Migrations;

/// <summary>What undoes a revision that cannot be downgraded any more: a new one, with the methods of the old one in each other's place.</summary>
internal static class Reverted
{
    /// <param name="undone">The revision, as typed.</param>
    /// <param name="head">What the new revision follows.</param>
    /// <param name="revisions">The compiled revisions.</param>
    /// <param name="options">How revisions are run.</param>
    public static AutogenerateResult Of(string undone, Revision? head, RevisionSet revisions, MigrationOptions options)
    {
        var graph = revisions.Graph;
        var revision = graph.ResolveSingle(undone) ?? throw RevisionException.UnknownRevision(graph, undone);
        if (head is null || !graph.AppliedBy([head.Id]).Contains(revision))
            throw RevisionFileException.NotBelow(revision, head);
        var upgrade = WritableOperations.Of(revision, Direction.Downgrade, revisions, options);
        var downgrade = WritableOperations.Of(revision, Direction.Upgrade, revisions, options);
        return upgrade.Count == 0 && downgrade.Count > 0
            ? throw RevisionFileException.NothingUndoes(revision)
            : new AutogenerateResult(upgrade, downgrade, [$"revert {revision.Message ?? revision.Id}"]);
    }
}
