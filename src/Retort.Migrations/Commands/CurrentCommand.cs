namespace Retort.Migrations;

/// <summary>What a database is at.</summary>
/// <param name="Revisions">The revisions of its version rows, sorted by id; none where it is at base.</param>
/// <param name="IsThere">Whether the database exists.</param>
public sealed record CurrentResult(IReadOnlyList<RevisionEntry> Revisions, bool IsThere)
{
    /// <summary>Ends of branches that are applied without a row, because something with a row depends on them.</summary>
    public IReadOnlyList<RevisionEntry> Implied { get; init; } = [];

    /// <summary>Version rows whose revision no file declares.</summary>
    public IReadOnlyList<LostRevision> Lost { get; init; } = [];

    /// <summary>The version rows without the lost ones, with the last known ones before them instead: what <c>retort stamp --purge</c> takes.</summary>
    public IReadOnlyList<string> RowsWithoutLost { get; init; } = [];

    /// <summary>Revisions of which a run has done some parts, and not all.</summary>
    public IReadOnlyList<PartlyRun> Partly { get; init; } = [];

    /// <summary>Whether every head is applied.</summary>
    public bool IsAtHeads { get; init; }
}

/// <summary><c>retort current</c>: which revisions a database is at. Creates nothing.</summary>
public sealed class CurrentCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="DatabaseException">The database cannot be read.</exception>
    public Task<CurrentResult> RunAsync(CancellationToken cancellationToken = default)
    {
        var graph = context.Scripts.ReadGraph();
        return DatabaseState.ReadAsync(
            context,
            Result(graph, []) with
            {
                IsThere = false,
            },
            (database, cancellation) => ReadAsync(database, graph, cancellation),
            cancellationToken
        );
    }

    private static async ValueTask<CurrentResult> ReadAsync(
        MigrationContext database,
        RevisionGraph graph,
        CancellationToken cancellationToken
    )
    {
        var rows = await database.RowsAsync(cancellationToken).ConfigureAwait(false);
        var lost = await LostRevisions.FindAsync(database, graph, rows, cancellationToken).ConfigureAwait(false);
        return Result(graph, [.. rows.Except(lost.Select(each => each.Id))]) with
        {
            Lost = lost,
            RowsWithoutLost = LostRevisions.RowsWithout(graph, rows, lost),
            Partly = await PartlyRuns.ReadAsync(database, graph, cancellationToken).ConfigureAwait(false),
        };
    }

    private static CurrentResult Result(RevisionGraph graph, IReadOnlyList<string> rows)
    {
        var applied = graph.AppliedBy(rows).Select(revision => RevisionEntry.Of(graph, revision)).ToList();
        var ids = applied.Select(entry => entry.Revision.Id).ToHashSet();
        return new CurrentResult(
            [.. applied.Where(IsRow).OrderBy(entry => entry.Revision.Id, StringComparer.Ordinal)],
            true
        )
        {
            Implied = [.. applied.Where(entry => !IsRow(entry) && !entry.Children.Any(ids.Contains))],
            IsAtHeads = graph.Heads.All(head => ids.Contains(head.Id)),
        };

        bool IsRow(RevisionEntry entry) => rows.Contains(entry.Revision.Id);
    }
}
