namespace Retort.Migrations;

/// <summary>
/// A part of the history as it is typed: <c>a:b</c>, both inclusive, either open. Beside what a target can be, an end can be <c>current</c>,
/// and count from the other end: <c>-2:b</c>, <c>a:+2</c>.
/// </summary>
internal sealed class RevisionRange
{
    private readonly string _text;
    private readonly RevisionSymbol? _from;
    private readonly RevisionSymbol? _to;

    private RevisionRange(string text, RevisionSymbol? from, RevisionSymbol? to) =>
        (_text, _from, _to) = (text, from, to);

    /// <summary>Whether an end is where a database is.</summary>
    public bool NeedsDatabase => _from?.Name == RevisionSymbol.Current || _to?.Name == RevisionSymbol.Current;

    /// <exception cref="RevisionException">It has not the form of a range.</exception>
    public static RevisionRange Parse(string text) =>
        text.Split(':') is [var from, var to] && (from, to) is not ("", "")
            ? new(text, End(from), End(to))
            : throw RevisionException.MalformedRange(text);

    /// <summary>The revisions, newest first. From the base: all that the end follows and depends on; else those between, along branches.</summary>
    /// <param name="graph">The version history.</param>
    /// <param name="rows">The version table, where an end is <c>current</c>.</param>
    /// <exception cref="RevisionException">An end is unknown or ambiguous, or the second does not follow the first.</exception>
    public IReadOnlyList<Revision> In(RevisionGraph graph, IReadOnlyList<string> rows)
    {
        var ends = new Ends(graph, VersionRows.Parse(graph, rows));
        var to = _to is { } last && !IsRelative(last) ? ends.Of(last) : null;
        var from = _from is null ? null : ends.Of(_from, to);
        if (_to is { } walked && IsRelative(walked))
            to = ends.Of(walked, from);
        var found = Between(graph, from, to);
        if (found.Count == 0 && from is { Count: > 0 } && to is { Count: > 0 })
            throw RevisionException.NoWay(_text, [.. graph.At(from)], [.. graph.At(to)]);
        return [.. graph.At(graph.All.NewestFirst(found))];
    }

    private static HashSet<int> Between(RevisionGraph graph, IReadOnlyList<int>? from, IReadOnlyList<int>? to)
    {
        if (from is not { Count: > 0 })
            return to is null ? [.. graph.Nodes] : graph.All.Ancestors(to);
        var between = graph.Versioned.Descendants(from);
        if (to is not null)
            between.IntersectWith(graph.Versioned.Ancestors(to));
        return between;
    }

    /// <summary>No end: the first revision or the last ones, whichever side it is on.</summary>
    private static RevisionSymbol? End(string text) => text is "" or "heads" ? null : RevisionSymbol.Parse(text);

    private static bool IsRelative(RevisionSymbol symbol) => symbol is { Steps: not null, Name: null };

    /// <summary>The revisions that an end means; none for the base.</summary>
    private sealed class Ends(RevisionGraph graph, IReadOnlyList<int> rows)
    {
        private readonly RevisionResolver _resolver = new(graph);
        private readonly RevisionWalk _walk = new(graph);

        /// <param name="symbol">The end.</param>
        /// <param name="other">The other end, from which steps are counted; null: the last revisions or the first one.</param>
        public IReadOnlyList<int> Of(RevisionSymbol symbol, IReadOnlyList<int>? other = null) =>
            symbol switch
            {
                { Name: null } => Walk(symbol, other is null ? Otherwise(symbol) : Start(symbol, other)),
                { Steps: not null, Name: RevisionSymbol.Current } => Walk(symbol, Start(symbol, rows)),
                { Steps: not null } => Walk(symbol, _resolver.ResolveStart(symbol.Name, symbol.Branch, symbol.Text)),
                { Name: RevisionSymbol.Current } => OnBranch(symbol, rows),
                { Name: "base", Branch: not null } => OnBranch(symbol, graph.NodesOf(graph.Bases)),
                _ => _resolver.Resolve(symbol),
            };

        private int? Start(RevisionSymbol symbol, IEnumerable<int> starts) =>
            OnBranch(symbol, starts) switch
            {
                [] => null,
                [var only] => only,
                var several => throw RevisionException.AmbiguousStart(symbol, [.. graph.At(several)]),
            };

        private int? Otherwise(RevisionSymbol symbol) =>
            symbol.Steps < 0 ? _resolver.ResolveStart("head", symbol.Branch, symbol.Text) : null;

        private int[] Walk(RevisionSymbol symbol, int? start)
        {
            var lineage = symbol.Branch is { } label ? _resolver.Lineage(label) : null;
            var end = symbol.Steps < 0 ? _walk.Down(symbol, start) : _walk.Up(symbol, start, lineage);
            return end is { } node ? [node] : [];
        }

        private int[] OnBranch(RevisionSymbol symbol, IEnumerable<int> nodes)
        {
            var lineage = symbol.Branch is { } label ? _resolver.Lineage(label) : null;
            return [.. nodes.Where(node => lineage?.Contains(node) is not false)];
        }
    }
}
