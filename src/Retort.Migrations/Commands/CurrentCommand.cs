namespace Retort.Migrations;

/// <summary>What a database is at.</summary>
/// <param name="Rows">Its version rows, sorted; none where it is at base.</param>
/// <param name="IsThere">Whether the database exists.</param>
public sealed record CurrentResult(IReadOnlyList<CurrentRow> Rows, bool IsThere);

/// <summary>A version row.</summary>
/// <param name="Id">The id in the row.</param>
/// <param name="Revision">The revision of the sources; null where they have none of that id.</param>
/// <param name="IsHead">Whether nothing follows it.</param>
public sealed record CurrentRow(string Id, Revision? Revision, bool IsHead);

/// <summary><c>retort current</c>: which revisions a database is at. Creates nothing.</summary>
public sealed class CurrentCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="DatabaseException">The database cannot be read.</exception>
    public async Task<CurrentResult> RunAsync(CancellationToken cancellationToken = default)
    {
        var graph = context.Scripts.ReadGraph();
        var database = await DatabaseState.RowsAsync(context, cancellationToken).ConfigureAwait(false);
        return new CurrentResult([.. database.Rows.Select(id => Row(graph, id))], database.IsThere);
    }

    private static CurrentRow Row(RevisionGraph graph, string id)
    {
        var revision = graph.Find(id);
        return new CurrentRow(id, revision, revision is not null && graph.Heads.Contains(revision));
    }
}
