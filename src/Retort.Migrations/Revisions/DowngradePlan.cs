namespace Retort.Migrations;

/// <summary>The revisions to undo, children first.</summary>
/// <param name="Steps">In order of execution; none where the database is at the target already.</param>
/// <param name="Rows">The version table afterwards, sorted.</param>
/// <param name="Warning">What the user should know before this runs; null for nothing.</param>
public sealed record DowngradePlan(
    IReadOnlyList<RevisionStep> Steps,
    IReadOnlyList<string> Rows,
    string? Warning = null
)
{
    /// <summary>
    /// Plans the way down to a target: everything applied above it goes, and whatever depends on that, also on other branches.
    /// <c>label@target</c> keeps the branches that part at the target, save the label's.
    /// </summary>
    /// <param name="graph">The version history.</param>
    /// <param name="rows">The version table now; without a label, <c>-n</c> starts at its first row.</param>
    /// <param name="target">As typed: <c>base</c>, an id, a prefix or a label, <c>-n</c> (from the rows), <c>id-n</c>, <c>id+n</c>, each after <c>label@</c> or not.</param>
    /// <exception cref="RevisionException">A row or the target is unknown or ambiguous, or the target is not below the rows.</exception>
    public static DowngradePlan Create(RevisionGraph graph, IEnumerable<string> rows, string target)
    {
        var current = VersionRows.Parse(graph, rows);
        var symbol = RevisionSymbol.Parse(target);
        var (to, branch) = Target(graph, current, symbol);
        var unwanted = graph.All.Descendants(Roots(graph, current, symbol, to, branch));
        unwanted.IntersectWith(graph.All.Ancestors(current));
        if (to is { } node && unwanted.Count == 0 && !current.Contains(node))
            throw RevisionException.NotBelow(graph, symbol, node, current);

        var table = new VersionRows(graph, current);
        var steps = graph.All.NewestFirst(unwanted).Select(table.Downgrade).ToList();
        return new(steps, table.Ids, Warn(graph, current, symbol));
    }

    /// <summary>The revision to end at, null for the base, and the revision whose line is to be cut where several part there.</summary>
    private static (int? Target, int? Branch) Target(
        RevisionGraph graph,
        IReadOnlyList<int> current,
        RevisionSymbol symbol
    )
    {
        var resolver = new RevisionResolver(graph);
        var walk = new RevisionWalk(graph);
        var branch = symbol.Branch is { } label ? resolver.Branch(label) : (int?)null;
        switch (symbol)
        {
            case { Name: null, Steps: >= 0 }:
                throw RevisionException.WrongDirection(symbol, "downgrade");
            case { Name: null }:
                var start = Start(graph, current, symbol, branch);
                return (walk.Down(symbol, start), branch ?? start);
            case { Steps: < 0 }:
                return (walk.Down(symbol, resolver.ResolveStart(symbol.Name, symbol.Branch, symbol.Text)), branch);
            case { Steps: not null }:
                var lineage = branch is { } node ? graph.Versioned.Lineage(node) : null;
                return (walk.Up(symbol, resolver.ResolveStart(symbol.Name, null, symbol.Text), lineage), branch);
            default:
                return (resolver.ResolveStart(symbol.Name, null, symbol.Text), branch);
        }
    }

    /// <summary>Where <c>-n</c> starts: at the row on the branch, else at the tip of the branch among what the rows imply.</summary>
    private static int Start(RevisionGraph graph, IReadOnlyList<int> current, RevisionSymbol symbol, int? branch)
    {
        if (branch is not { } node)
            return current is [var first, ..] ? first : throw RevisionException.NothingApplied(symbol);
        var lineage = graph.Versioned.Lineage(node);
        List<int> starts = [.. current.Where(lineage.Contains)];
        if (starts.Count == 0)
            starts = [.. Tips(graph, graph.All.Ancestors(current)).Where(lineage.Contains)];
        return starts switch
        {
            [var only] => only,
            [] => throw RevisionException.NothingApplied(symbol),
            _ => throw RevisionException.AmbiguousStart(symbol, [.. graph.At(starts)]),
        };
    }

    private static IEnumerable<int> Tips(RevisionGraph graph, HashSet<int> applied) =>
        applied.Where(node => !graph.Versioned.Children[node].Any(applied.Contains));

    /// <summary>The lowest revisions to undo.</summary>
    private static int[] Roots(
        RevisionGraph graph,
        IReadOnlyList<int> current,
        RevisionSymbol symbol,
        int? target,
        int? branch
    )
    {
        int[] roots = target is { } node ? graph.Versioned.Children[node] : [.. graph.NodesOf(graph.Bases)];
        if (branch is not { } line || roots.Length <= 1)
            return roots;
        var onLine = graph.Versioned.Ancestors(line);
        return Array.FindAll(roots, onLine.Contains) is { Length: > 0 } cut
            ? cut
            : throw RevisionException.NotBelow(graph, symbol, target, current);
    }

    private static string? Warn(RevisionGraph graph, IReadOnlyList<int> current, RevisionSymbol symbol) =>
        symbol is { Name: null, Branch: null } && current.Count > 1
            ? $"'{symbol.Text}' can mean any of the heads {string.Join(", ", graph.At(current).Select(row => row.Id))}; it starts at the first. "
                + $"Say which: {graph.Revisions[current[0]].Id}@{symbol.Text}"
            : null;
}
