namespace Retort.Migrations;

/// <summary>Which branch labels each revision carries.</summary>
internal static class LabelInheritance
{
    public static IReadOnlyList<string>[] Labels(RevisionGraph graph)
    {
        if (graph.Revisions.All(revision => revision.BranchLabels.Count == 0))
            return [.. Enumerable.Repeat<IReadOnlyList<string>>([], graph.Revisions.Count)];
        var carried = Array.ConvertAll(
            new int[graph.Revisions.Count],
            _ => new SortedSet<string>(StringComparer.Ordinal)
        );
        for (var node = 0; node < carried.Length; node++)
            if (graph.Revisions[node].BranchLabels is { Count: > 0 } labels)
                foreach (var carrier in graph.Versioned.Descendants(node).Union(TrunkAbove(graph, node)))
                    carried[carrier].UnionWith(labels);
        return Array.ConvertAll(carried, labels => (IReadOnlyList<string>)[.. labels]);
    }

    /// <summary>The straight line upwards, as far as it belongs to this branch alone: to the first branch or merge point.</summary>
    private static IEnumerable<int> TrunkAbove(RevisionGraph graph, int node)
    {
        while (graph.All.Children[node].Length <= 1 && graph.Versioned.Parents[node].Length <= 1)
        {
            yield return node;
            if (graph.Versioned.Parents[node] is not [var parent])
                yield break;
            node = parent;
        }
    }
}
