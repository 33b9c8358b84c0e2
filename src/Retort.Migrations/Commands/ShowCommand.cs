namespace Retort.Migrations;

/// <summary>What <c>retort show</c> is asked.</summary>
/// <param name="Revisions">As typed: ids, prefixes, labels, <c>head</c>, <c>heads</c>, <c>current</c>.</param>
public sealed record ShowOptions(IReadOnlyList<string> Revisions)
{
    /// <summary>Whether the operations and their SQL are wanted, which needs the compiled project.</summary>
    public bool Operations { get; init; }
}

/// <summary>A revision that is shown.</summary>
/// <param name="Entry">The revision.</param>
public sealed record ShownRevision(RevisionEntry Entry)
{
    /// <summary>What it does; null where that was not asked.</summary>
    public ShownWay? Upgrade { get; init; }

    /// <summary>What undoes it; null where that was not asked, or where it has no way back.</summary>
    public ShownWay? Downgrade { get; init; }
}

/// <summary>One way of a revision.</summary>
/// <param name="Operations">The operations, as the revision's file has them.</param>
/// <param name="Sql">What the database is told, a statement a text; code as a comment.</param>
public sealed record ShownWay(IReadOnlyList<string> Operations, IReadOnlyList<string> Sql);

/// <summary><c>retort show</c>: one revision, or several. Changes nothing.</summary>
public sealed class ShowCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="RevisionException">A revision is unknown or ambiguous.</exception>
    /// <exception cref="StaleAssemblyException">Operations are asked for, and the sources are not what was compiled.</exception>
    public async Task<IReadOnlyList<ShownRevision>> RunAsync(
        ShowOptions options,
        CancellationToken cancellationToken = default
    )
    {
        var compiled = options.Operations ? context.Revisions() : null;
        var graph = compiled?.Graph ?? context.Scripts.ReadGraph();
        var revisions = await DatabaseState
            .ResolveAsync(context, graph, options.Revisions, cancellationToken)
            .ConfigureAwait(false);
        var shown = revisions.Select(revision => new ShownRevision(RevisionEntry.Of(graph, revision)));
        return [.. compiled is null ? shown : shown.Select(each => WithWays(each, compiled))];
    }

    private ShownRevision WithWays(ShownRevision shown, RevisionSet revisions)
    {
        var sql = new RevisionSql(revisions, context.Database.Dialect.Ddl, context.Options);
        var (upgrade, downgrade) = sql.WaysOf(shown.Entry.Revision);
        return shown with { Upgrade = upgrade, Downgrade = downgrade };
    }
}
