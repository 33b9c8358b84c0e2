namespace Retort.Migrations;

/// <summary>What to write into the version table without running a revision.</summary>
/// <param name="Steps">In order of execution.</param>
/// <param name="Rows">The version table afterwards, sorted.</param>
public sealed record StampPlan(IReadOnlyList<StampStep> Steps, IReadOnlyList<string> Rows)
{
    /// <summary>
    /// Plans to set the version table to the targets. A target takes the place of the rows above and below it; rows of other
    /// branches stay. <c>base</c> removes every row, <c>label@base</c> those that a line through the label's revision meets.
    /// </summary>
    /// <param name="graph">The version history.</param>
    /// <param name="rows">The version table now.</param>
    /// <param name="targets">What <see cref="RevisionGraph.Resolve"/> takes.</param>
    /// <exception cref="RevisionException">A row or target is unknown or ambiguous, or a target is a walk such as <c>+1</c>.</exception>
    public static StampPlan Create(RevisionGraph graph, IEnumerable<string> rows, params IEnumerable<string> targets)
    {
        var resolver = new RevisionResolver(graph);
        var before = VersionRows.Parse(graph, rows);
        var symbols = targets.Select(RevisionSymbol.Parse).ToList();
        var destinations = symbols.SelectMany(resolver.Resolve).Distinct().ToList();

        var replaceable = before.ToList();
        var steps = new List<StampStep>();
        foreach (var symbol in symbols.Where(symbol => symbol.Name == "base"))
        {
            var line = symbol.Branch is { } label ? graph.All.Lineage(resolver.Branch(label)) : null;
            foreach (
                var row in Take(replaceable, row => !destinations.Contains(row) && line?.Contains(row) is not false)
            )
                steps.Add(Step(graph, [row], null));
        }
        var stamped = destinations.Except(before).ToList();
        foreach (var destination in stamped)
            steps.Add(Step(graph, Take(replaceable, graph.All.Lineage(destination).Contains), destination));
        return new(steps, new VersionRows(graph, replaceable.Union(stamped)).Ids);
    }

    /// <summary>Removes the rows that are wanted, and returns them.</summary>
    private static List<int> Take(List<int> rows, Predicate<int> isWanted)
    {
        var taken = rows.FindAll(isWanted);
        rows.RemoveAll(isWanted);
        return taken;
    }

    private static StampStep Step(RevisionGraph graph, IReadOnlyList<int> from, int? to)
    {
        var removed = Ids(graph, from);
        var added = to is { } node ? graph.Revisions[node].Id : null;
        return new(removed, added, RowChange.Between(removed, added is null ? [] : [added]));
    }

    private static string[] Ids(RevisionGraph graph, IEnumerable<int> nodes) =>
        [.. graph.At(nodes).Select(revision => revision.Id)];
}

/// <summary>One destination of a stamp.</summary>
/// <param name="From">The rows that it takes the place of.</param>
/// <param name="To">The row afterwards; null for <c>base</c>.</param>
/// <param name="Changes">What that does to the version table.</param>
public sealed record StampStep(IReadOnlyList<string> From, string? To, IReadOnlyList<RowChange> Changes);
