namespace Retort.Migrations;

/// <summary>Follows <c>+n</c> and <c>-n</c> along versioned edges. A null node is the base, below every revision.</summary>
internal sealed class RevisionWalk(RevisionGraph graph)
{
    /// <summary>Walks to children; at a branch point only those of the lineage count.</summary>
    public int? Up(RevisionSymbol symbol, int? start, IReadOnlySet<int>? lineage) =>
        Walk(symbol, start, node => [.. Above(node).Where(child => lineage?.Contains(child) is not false)]);

    /// <summary>Walks to parents; the last step, from a revision without parents, leads to the base.</summary>
    public int? Down(RevisionSymbol symbol, int? start) => Walk(symbol, start, Below);

    private int? Walk(RevisionSymbol symbol, int? start, Func<int?, IReadOnlyList<int?>> next)
    {
        var node = start;
        for (var walked = 0; walked < Math.Abs(symbol.Steps!.Value); walked++)
            node = next(node) switch
            {
                [var only] => only,
                [] => throw RevisionException.WalkedTooFar(symbol, Name(start), walked),
                var several => throw RevisionException.AmbiguousWalk(symbol, Name(node), [.. several.Select(Name)]),
            };
        return node;
    }

    private IEnumerable<int> Above(int? node) =>
        node is { } known ? graph.Versioned.Children[known] : graph.NodesOf(graph.Bases);

    private IReadOnlyList<int?> Below(int? node) =>
        node is not { } known ? []
        : graph.Versioned.Parents[known] is { Length: > 0 } parents ? [.. parents]
        : [null];

    private string Name(int? node) => node is { } known ? graph.Revisions[known].Id : "base";
}
