namespace Retort.Migrations;

/// <summary>Turns declarations into a graph, or says what is wrong with them and where.</summary>
internal sealed class RevisionGraphBuilder(IReadOnlyList<Revision> revisions)
{
    private readonly Dictionary<string, int> _nodes = new(revisions.Count, StringComparer.Ordinal);

    public RevisionGraph Build()
    {
        AddIds();
        AddLabels();
        var down = revisions.Select(Parents).ToArray();
        var versioned = new Edges(down);
        var all = new Edges([.. revisions.Select((revision, node) => WithDependencies(down[node], revision))]);
        var graph = new RevisionGraph(revisions, _nodes, versioned, all);
        RefuseCycles(graph);
        return graph;
    }

    private void AddIds()
    {
        for (var node = 0; node < revisions.Count; node++)
        {
            var revision = revisions[node];
            if (!RevisionNames.IsId(revision.Id))
                throw RevisionException.InvalidId(revision);
            if (RevisionNames.IsReserved(revision.Id))
                throw RevisionException.ReservedName(revision, revision.Id);
            if (!_nodes.TryAdd(revision.Id, node))
                throw RevisionException.DuplicateId(revisions[_nodes[revision.Id]], revision);
        }
    }

    private void AddLabels()
    {
        for (var node = 0; node < revisions.Count; node++)
            foreach (var label in revisions[node].BranchLabels.Distinct())
            {
                if (!RevisionNames.IsLabel(label))
                    throw RevisionException.InvalidLabel(revisions[node], label);
                if (RevisionNames.IsReserved(label))
                    throw RevisionException.ReservedName(revisions[node], label);
                if (!_nodes.TryAdd(label, node))
                    throw RevisionException.LabelTaken(revisions[node], label, revisions[_nodes[label]]);
            }
    }

    private int[] Parents(Revision revision)
    {
        string[] ids = [.. revision.DownRevisions.Distinct()];
        return Array.ConvertAll(
            ids,
            id =>
                _nodes.TryGetValue(id, out var node) && revisions[node].Id == id
                    ? node
                    : throw RevisionException.MissingParent(revision, id, revisions)
        );
    }

    private int[] WithDependencies(int[] parents, Revision revision) =>
        revision.DependsOn.Count == 0 ? parents : [.. parents.Union(Dependencies(revision))];

    private IEnumerable<int> Dependencies(Revision revision) =>
        revision.DependsOn.Select(name =>
            _nodes.TryGetValue(name, out var node)
                ? node
                : throw RevisionException.MissingDependency(revision, name, _nodes.Keys)
        );

    private void RefuseCycles(RevisionGraph graph)
    {
        var order = graph.All.NewestFirst(graph.Nodes);
        if (order.Count < revisions.Count)
            throw RevisionException.Cycle([.. graph.At(Cycle(graph.All, [.. graph.Nodes.Except(order)]))]);
    }

    /// <summary>Each remaining node has a remaining child, so walking up must come back to a node already met.</summary>
    private static List<int> Cycle(Edges edges, HashSet<int> onCycles)
    {
        var path = new List<int>();
        var node = onCycles.Min();
        while (!path.Contains(node))
        {
            path.Add(node);
            node = edges.Children[node].First(onCycles.Contains);
        }
        return path[path.IndexOf(node)..];
    }
}
