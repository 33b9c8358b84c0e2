namespace Retort.Migrations;

/// <summary>The edges between revisions, both ways round. A node is a revision's position in load order.</summary>
internal sealed class Edges(int[][] parents)
{
    public int[][] Parents { get; } = parents;

    public int[][] Children { get; } = Invert(parents);

    /// <summary>The nodes and everything they follow.</summary>
    public HashSet<int> Ancestors(params IEnumerable<int> nodes) => Reach(nodes, Parents);

    /// <summary>The nodes and everything that follows them.</summary>
    public HashSet<int> Descendants(params IEnumerable<int> nodes) => Reach(nodes, Children);

    /// <summary>Everything that an ordered walk through the node can meet: its ancestors, itself, its descendants.</summary>
    public HashSet<int> Lineage(int node)
    {
        var lineage = Ancestors(node);
        lineage.UnionWith(Descendants(node));
        return lineage;
    }

    /// <summary>
    /// Children before parents, depth first down one branch until it waits for another, branches in load order.
    /// Nodes on a cycle are left out.
    /// </summary>
    public List<int> NewestFirst(IReadOnlyCollection<int> nodes)
    {
        var unseenChildren = nodes.ToDictionary(node => node, _ => 0);
        foreach (var child in nodes)
        foreach (var parent in Parents[child])
            if (unseenChildren.TryGetValue(parent, out var count))
                unseenChildren[parent] = count + 1;

        var ready = new Stack<int>(nodes.Where(node => unseenChildren[node] == 0).OrderDescending());
        var order = new List<int>(nodes.Count);
        while (ready.TryPop(out var node))
        {
            order.Add(node);
            foreach (var parent in Parents[node].Reverse())
                if (unseenChildren.TryGetValue(parent, out var count) && (unseenChildren[parent] = count - 1) == 0)
                    ready.Push(parent);
        }
        return order;
    }

    private static HashSet<int> Reach(IEnumerable<int> nodes, int[][] next)
    {
        var reached = new HashSet<int>();
        var todo = new Stack<int>(nodes);
        while (todo.TryPop(out var node))
            if (reached.Add(node))
                foreach (var neighbour in next[node])
                    todo.Push(neighbour);
        return reached;
    }

    private static int[][] Invert(int[][] parents)
    {
        var children = new List<int>?[parents.Length];
        for (var child = 0; child < parents.Length; child++)
            foreach (var parent in parents[child])
                (children[parent] ??= []).Add(child);
        return Array.ConvertAll(children, list => list?.ToArray() ?? []);
    }
}
