namespace Retort.Migrations;

/// <summary>Finds the revisions that a name means; walks are <see cref="RevisionWalk"/>'s.</summary>
internal sealed class RevisionResolver(RevisionGraph graph)
{
    /// <summary>Names shorter than this are only found when typed whole.</summary>
    private const int ShortestPrefixedName = 4;

    public IReadOnlyList<int> Resolve(string symbol) => Resolve(RevisionSymbol.Parse(symbol));

    /// <returns>None for <c>base</c>.</returns>
    public IReadOnlyList<int> Resolve(RevisionSymbol symbol) =>
        Resolve(NameOf(symbol), symbol.Branch, symbol.Text, takesSeveral: true);

    /// <returns>Null for <c>base</c>.</returns>
    public int? ResolveSingle(string symbol)
    {
        var parsed = RevisionSymbol.Parse(symbol);
        return ResolveStart(NameOf(parsed), parsed.Branch, parsed.Text);
    }

    /// <summary>The one revision of a symbol's name, ignoring its walk, on its branch.</summary>
    /// <returns>Null for <c>base</c>.</returns>
    public int? ResolveStart(string name, string? branch, string symbol) =>
        Single(Resolve(name, branch, symbol, takesSeveral: false), symbol);

    /// <summary>The revision that declares a label, or any revision whose line is meant.</summary>
    public int Branch(string label) =>
        graph.NodeOfName(label)
        ?? (WithPrefix(label) is [var name] ? graph.NodeOfName(name) : null)
        ?? throw RevisionException.UnknownBranch(graph, label);

    /// <summary>The revisions before and after the one that declares the label.</summary>
    public HashSet<int> Lineage(string label) => graph.Versioned.Lineage(Branch(label));

    private static string NameOf(RevisionSymbol symbol) =>
        symbol is { Steps: null, Name: { } name } ? name : throw RevisionException.WalkNotAllowed(symbol);

    private List<int> Resolve(string name, string? branch, string symbol, bool takesSeveral)
    {
        var lineage = branch is null ? null : Lineage(branch);
        return name switch
        {
            "base" => [],
            "heads" when lineage is null => [.. graph.NodesOf(graph.RealHeads)],
            "heads" => Heads(lineage),
            "head" when Heads(lineage) is { Count: > 1 } heads => throw RevisionException.MultipleHeads(
                symbol,
                [.. graph.At(heads)],
                takesSeveral
            ),
            "head" => Heads(lineage),
            _ => [Find(name, branch, lineage, symbol)],
        };
    }

    private int Find(string name, string? branch, HashSet<int>? lineage, string symbol)
    {
        if (graph.NodeOfName(name) is { } exact)
            return lineage?.Contains(exact) is false
                ? throw RevisionException.NotOnBranch(graph, exact, branch!)
                : exact;
        var candidates = WithPrefix(name)
            .Where(candidate => lineage?.Contains(graph.NodeOfName(candidate)!.Value) is not false)
            .ToList();
        return candidates switch
        {
            [var only] => graph.NodeOfName(only)!.Value,
            [] => throw RevisionException.UnknownRevision(graph, name),
            _ => throw RevisionException.AmbiguousPrefix(symbol, name, candidates),
        };
    }

    private List<string> WithPrefix(string prefix) =>
        [
            .. graph.Names.Where(name =>
                name.Length >= ShortestPrefixedName && name.StartsWith(prefix, StringComparison.Ordinal)
            ),
        ];

    private List<int> Heads(HashSet<int>? lineage) =>
        [.. graph.NodesOf(graph.Heads).Where(head => lineage?.Contains(head) is not false)];

    private int? Single(IReadOnlyList<int> nodes, string symbol) =>
        nodes switch
        {
            [] => null,
            [var only] => only,
            _ => throw RevisionException.MultipleHeads(symbol, [.. graph.At(nodes)], takesSeveral: false),
        };
}
