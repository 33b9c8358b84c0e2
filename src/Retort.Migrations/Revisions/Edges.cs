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
        var isWanted = new bool[Parents.Length];
        foreach (var node in nodes)
            isWanted[node] = true;
        var unseenChildren = UnseenChildren(nodes);
        var ready = new List<int>(); // a stack: the last goes first
        for (var node = Parents.Length - 1; node >= 0; node--)
            if (isWanted[node] && unseenChildren[node] == 0)
                ready.Add(node);

        var order = new List<int>(nodes.Count);
        while (ready is [.., var node])
        {
            ready.RemoveAt(ready.Count - 1);
            order.Add(node);
            for (var parent = Parents[node].Length - 1; parent >= 0; parent--)
                if (--unseenChildren[Parents[node][parent]] == 0 && isWanted[Parents[node][parent]])
                    ready.Add(Parents[node][parent]);
        }
        return order;
    }

    /// <summary>How many children each node has among these.</summary>
    private int[] UnseenChildren(IEnumerable<int> nodes)
    {
        var unseen = new int[Parents.Length];
        foreach (var child in nodes)
        foreach (var parent in Parents[child])
            unseen[parent]++;
        return unseen;
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
