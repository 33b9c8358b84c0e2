namespace Retort.Migrations;

/// <summary>A revision with what it is in the graph: the one form in which every command tells of revisions.</summary>
/// <param name="Revision">The revision.</param>
public sealed record RevisionEntry(Revision Revision)
{
    /// <summary>The ids of the revisions that follow it.</summary>
    public IReadOnlyList<string> Children { get; private init; } = [];

    /// <summary>The labels of the branch that it is on, its own and those it inherits.</summary>
    public IReadOnlyList<string> BranchLabels { get; private init; } = [];

    /// <summary>Whether no other follows it.</summary>
    public bool IsHead => Children.Count == 0;

    /// <summary>Whether no other follows it or depends on it: what <c>upgrade heads</c> goes to.</summary>
    public bool IsRealHead { get; private init; }

    /// <summary>Whether several follow it.</summary>
    public bool IsBranchPoint => Children.Count > 1;

    /// <summary>Whether it follows several.</summary>
    public bool IsMergePoint => Revision.DownRevisions.Count > 1;

    /// <summary>What a database has of it; null where that was not asked.</summary>
    public RevisionState? State { get; init; }

    internal static RevisionEntry Of(RevisionGraph graph, Revision revision)
    {
        var node = graph.Node(revision.Id)!.Value;
        return new(revision)
        {
            Children = Array.ConvertAll(graph.Versioned.Children[node], child => graph.Revisions[child].Id),
            BranchLabels = graph.BranchLabels(revision.Id),
            IsRealHead = graph.All.Children[node].Length == 0,
        };
    }
}

/// <summary>What a database has of a revision.</summary>
public enum RevisionState
{
    /// <summary>It is not applied.</summary>
    Pending,

    /// <summary>It is applied, and one that follows it too.</summary>
    Applied,

    /// <summary>It is applied, and has a row in the version table.</summary>
    Current,
}
