namespace Retort.Migrations;

/// <summary>A revision in the history, with what it is in the graph.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="IsHead">Whether no other follows it.</param>
/// <param name="IsBranchPoint">Whether several follow it.</param>
/// <param name="IsMergePoint">Whether it follows several.</param>
public sealed record RevisionEntry(Revision Revision, bool IsHead, bool IsBranchPoint, bool IsMergePoint);

/// <summary><c>retort history</c>: every revision, newest first. Reads sources only.</summary>
public sealed class HistoryCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="ScriptException">The migrations folder is missing, or a file cannot be read.</exception>
    /// <exception cref="RevisionException">The files contradict each other.</exception>
    public IReadOnlyList<RevisionEntry> Run()
    {
        var graph = context.Scripts.ReadGraph();
        var (heads, branches, merges) = (Set(graph.Heads), Set(graph.BranchPoints), Set(graph.MergePoints));
        return
        [
            .. graph.NewestFirst.Select(revision => new RevisionEntry(
                revision,
                heads.Contains(revision.Id),
                branches.Contains(revision.Id),
                merges.Contains(revision.Id)
            )),
        ];
    }

    private static HashSet<string> Set(IEnumerable<Revision> revisions) =>
        [.. revisions.Select(revision => revision.Id)];
}
