namespace Retort.Migrations;

/// <summary>The revisions to apply, parents first.</summary>
/// <param name="Steps">In order of execution; none where the targets are applied already.</param>
/// <param name="Rows">The version table afterwards, sorted.</param>
public sealed record UpgradePlan(IReadOnlyList<RevisionStep> Steps, IReadOnlyList<string> Rows)
{
    /// <summary>Plans the way from the rows of a version table to the targets and all that they follow and depend on.</summary>
    /// <param name="graph">The version history.</param>
    /// <param name="rows">The version table now.</param>
    /// <param name="targets">
    /// As typed: what <see cref="RevisionGraph.Resolve"/> takes, <c>+n</c> (from the rows), <c>id+n</c>, <c>id-n</c>, each after <c>label@</c> or not.
    /// </param>
    /// <exception cref="RevisionException">A row or target is unknown or ambiguous, or a target implies another.</exception>
    public static UpgradePlan Create(RevisionGraph graph, IEnumerable<string> rows, params IEnumerable<string> targets)
    {
        var current = VersionRows.Parse(graph, rows);
        var wanted = Wanted(graph, current, targets);
        if (Implied(graph, wanted) is { } target)
            throw RevisionException.OverlappingTargets(graph, target, wanted);
        if (Implied(graph, current) is { } row)
            throw RevisionException.OverlappingRows(graph, row, current);

        var missing = graph.All.Ancestors(wanted);
        missing.ExceptWith(graph.All.Ancestors(current));
        var table = new VersionRows(graph, current);
        var newestFirst = graph.All.NewestFirst(missing);
        var steps = new List<RevisionStep>(newestFirst.Count);
        for (var at = newestFirst.Count - 1; at >= 0; at--)
            steps.Add(table.Upgrade(newestFirst[at]));
        return new(steps, table.Ids);
    }

    /// <summary>What the targets mean, each once.</summary>
    private static List<int> Wanted(RevisionGraph graph, IReadOnlyList<int> current, IEnumerable<string> targets)
    {
        var wanted = new List<int>();
        foreach (var target in targets)
        foreach (var node in Targets(graph, current, RevisionSymbol.Parse(target)))
            if (!wanted.Contains(node))
                wanted.Add(node);
        return wanted;
    }

    private static IReadOnlyList<int> Targets(RevisionGraph graph, IReadOnlyList<int> current, RevisionSymbol symbol)
    {
        var resolver = new RevisionResolver(graph);
        if (symbol.Steps is not { } steps)
            return resolver.Resolve(symbol);

        var walk = new RevisionWalk(graph);
        var lineage = symbol.Branch is { } label ? resolver.Lineage(label) : null;
        var target = symbol.Name switch
        {
            null when steps > 0 => walk.Up(symbol, Start(graph, current, symbol, lineage), lineage),
            { } name when steps > 0 => walk.Up(symbol, resolver.ResolveStart(name, null, symbol.Text), lineage),
            { } name => walk.Down(symbol, resolver.ResolveStart(name, symbol.Branch, symbol.Text)),
            null => null,
        };
        return target is { } node ? [node] : throw RevisionException.WrongDirection(symbol, "upgrade");
    }

    /// <summary>Where <c>+n</c> starts: at the row on the branch, else at the last revision of the branch that a row implies, else at the base.</summary>
    private static int? Start(
        RevisionGraph graph,
        IReadOnlyList<int> current,
        RevisionSymbol symbol,
        HashSet<int>? lineage
    )
    {
        var starts = lineage is null ? current : [.. current.Where(lineage.Contains)];
        if (starts.Count == 0 && lineage is not null)
            starts = Tips(graph.All, graph.All.Ancestors(current).Intersect(lineage));
        return starts switch
        {
            [] => null,
            [var only] => only,
            _ => throw RevisionException.AmbiguousStart(symbol, [.. graph.At(starts)]),
        };
    }

    private static List<int> Tips(Edges edges, IEnumerable<int> nodes)
    {
        var set = nodes.ToHashSet();
        return [.. set.Where(node => !edges.Children[node].Any(set.Contains))];
    }

    /// <summary>A node that another of them follows or depends on, however far away.</summary>
    private static int? Implied(RevisionGraph graph, IReadOnlyList<int> nodes)
    {
        if (nodes.Count < 2)
            return null;
        var below = graph.All.Ancestors(nodes.SelectMany(node => graph.All.Parents[node]));
        return nodes.Where(below.Contains).Cast<int?>().FirstOrDefault();
    }
}
