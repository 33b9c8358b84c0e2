namespace Retort.Migrations;

/// <summary>
/// The version table as it will be after each step of a plan. It has a row for each applied revision that no other applied
/// revision follows or depends on; everything below a row is applied without a row of its own.
/// </summary>
internal sealed class VersionRows
{
    private readonly RevisionGraph _graph;
    private readonly HashSet<int> _rows;
    private readonly HashSet<int> _applied;

    public VersionRows(RevisionGraph graph, IEnumerable<int> rows)
    {
        _graph = graph;
        _rows = [.. rows];
        _applied = graph.All.Ancestors(_rows);
    }

    /// <summary>The ids in the table, sorted.</summary>
    public IReadOnlyList<string> Ids =>
        [.. _graph.At(_rows).Select(revision => revision.Id).Order(StringComparer.Ordinal)];

    /// <summary>The nodes of the rows of a database, in its order.</summary>
    /// <exception cref="RevisionException">A row's revision is not in the graph.</exception>
    public static IReadOnlyList<int> Parse(RevisionGraph graph, IEnumerable<string> rows)
    {
        var nodes = new List<int>();
        foreach (var row in rows.Distinct())
            nodes.Add(graph.Node(row) ?? throw RevisionException.UnknownRow(row, null, []));
        return nodes;
    }

    /// <summary>Rows as a message names them.</summary>
    public static string InWords(IReadOnlyList<string> rows) => rows.Count == 0 ? "base" : string.Join(", ", rows);

    /// <summary>Applies a revision: its row takes the place of those that it implies.</summary>
    public RevisionStep Upgrade(int node)
    {
        _applied.Add(node);
        return Step(node, removed: [.. _graph.All.Parents[node].Where(_rows.Contains)], added: [node]);
    }

    /// <summary>Undoes a revision: what it implied, and nothing else does, has a row again.</summary>
    public RevisionStep Downgrade(int node)
    {
        _applied.Remove(node);
        return Step(node, removed: [node], added: [.. _graph.All.Parents[node].Where(IsTip)]);
    }

    private bool IsTip(int node) => !_rows.Contains(node) && !_graph.All.Children[node].Any(_applied.Contains);

    private RevisionStep Step(int node, int[] removed, int[] added)
    {
        _rows.ExceptWith(removed);
        _rows.UnionWith(added);
        return new(_graph.Revisions[node], RowChange.Between(Ids(removed), Ids(added)));

        string[] Ids(int[] nodes) => [.. _graph.At(nodes).Select(revision => revision.Id)];
    }
}
