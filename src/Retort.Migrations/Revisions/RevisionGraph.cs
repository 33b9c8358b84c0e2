namespace Retort.Migrations;

/// <summary>
/// The version history: revisions, what each follows, what each depends on. Immutable, checked when it is built;
/// nothing here touches a file or a database.
/// </summary>
/// <remarks>
/// Two kinds of edge: a revision <em>follows</em> its down revisions, which makes branches and heads; what it <em>depends on</em>
/// must only be applied first. The behaviour is Alembic's, so that a team's habits carry over.
/// </remarks>
public sealed class RevisionGraph
{
    private readonly Dictionary<string, int> _nodes;
    private readonly Lazy<IReadOnlyList<string>[]> _labels;

    internal RevisionGraph(IReadOnlyList<Revision> revisions, Dictionary<string, int> nodes, Edges versioned, Edges all)
    {
        Revisions = revisions;
        _nodes = nodes;
        Versioned = versioned;
        All = all;
        _labels = new(() => LabelInheritance.Labels(this));
        Heads = Where(node => versioned.Children[node].Length == 0);
        RealHeads = Where(node => all.Children[node].Length == 0);
        Bases = Where(node => versioned.Parents[node].Length == 0);
        BranchPoints = Where(node => versioned.Children[node].Length > 1);
        MergePoints = Where(node => versioned.Parents[node].Length > 1);
    }

    /// <summary>A history without revisions.</summary>
    public static RevisionGraph Empty { get; } = Build([]);

    /// <summary>Every revision, in the order given to <see cref="Build"/>, which decides between branches that could go either way.</summary>
    public IReadOnlyList<Revision> Revisions { get; }

    /// <summary>Revisions that nothing follows.</summary>
    public IReadOnlyList<Revision> Heads { get; }

    /// <summary>Revisions that nothing follows and nothing depends on: what <c>upgrade heads</c> goes to.</summary>
    public IReadOnlyList<Revision> RealHeads { get; }

    /// <summary>Revisions that follow nothing.</summary>
    public IReadOnlyList<Revision> Bases { get; }

    /// <summary>Revisions that several others follow.</summary>
    public IReadOnlyList<Revision> BranchPoints { get; }

    /// <summary>Revisions that follow several others.</summary>
    public IReadOnlyList<Revision> MergePoints { get; }

    /// <summary>Every revision, children before parents: the order of <c>retort history</c>.</summary>
    public IReadOnlyList<Revision> NewestFirst => field ??= [.. At(All.NewestFirst(Nodes))];

    internal Edges Versioned { get; }

    internal Edges All { get; }

    /// <summary>Every name that a symbol can mean: ids and branch labels share one namespace.</summary>
    internal IEnumerable<string> Names => _nodes.Keys;

    internal IReadOnlyCollection<int> Nodes
    {
        get
        {
            var nodes = new int[Revisions.Count];
            for (var node = 0; node < nodes.Length; node++)
                nodes[node] = node;
            return nodes;
        }
    }

    internal IEnumerable<Revision> At(IEnumerable<int> nodes)
    {
        foreach (var node in nodes)
            yield return Revisions[node];
    }

    /// <summary>Builds and checks a history.</summary>
    /// <param name="revisions">In load order: by version location, then by file name.</param>
    /// <exception cref="RevisionException">An id is wrong or there twice, a parent or dependency is missing, a label is taken, or there is a cycle.</exception>
    public static RevisionGraph Build(IEnumerable<Revision> revisions) =>
        new RevisionGraphBuilder([.. revisions]).Build();

    /// <summary>The revision with this id; null when there is none.</summary>
    public Revision? Find(string id) => Node(id) is { } node ? Revisions[node] : null;

    /// <summary>The revisions that follow the one with this id.</summary>
    /// <exception cref="RevisionException">There is no such revision.</exception>
    public IReadOnlyList<Revision> Children(string id) => [.. At(Versioned.Children[Known(id)])];

    /// <summary>
    /// The labels of the branch that a revision is on: its own, those of the revisions it follows, and those declared above it
    /// with no branch or merge in between.
    /// </summary>
    /// <exception cref="RevisionException">There is no such revision.</exception>
    public IReadOnlyList<string> BranchLabels(string id) => _labels.Value[Known(id)];

    /// <summary>What a symbol without a walk means: <c>head</c>, <c>heads</c>, <c>base</c>, an id, a unique prefix of one, a label, or <c>label@</c> before any of them.</summary>
    /// <returns>None for <c>base</c>, several at most for <c>heads</c>.</returns>
    /// <exception cref="RevisionException">The symbol is unknown, ambiguous or malformed.</exception>
    public IReadOnlyList<Revision> Resolve(string symbol) => [.. At(new RevisionResolver(this).Resolve(symbol))];

    /// <summary>As <see cref="Resolve"/>, for a place that takes one revision or, for <c>base</c>, none.</summary>
    /// <exception cref="RevisionException">The symbol is unknown, ambiguous, malformed, or means several revisions.</exception>
    public Revision? ResolveSingle(string symbol) =>
        new RevisionResolver(this).ResolveSingle(symbol) is { } node ? Revisions[node] : null;

    /// <summary>What a database has whose version table has these rows: their revisions and all that those follow and depend on, in load order.</summary>
    /// <exception cref="RevisionException">A row's revision is not in the graph.</exception>
    public IReadOnlyList<Revision> AppliedBy(IEnumerable<string> rows)
    {
        var applied = All.Ancestors(VersionRows.Parse(this, rows)).ToList();
        applied.Sort();
        return [.. At(applied)];
    }

    internal IEnumerable<int> NodesOf(IEnumerable<Revision> revisions)
    {
        foreach (var revision in revisions)
            yield return _nodes[revision.Id];
    }

    /// <summary>The node of an id, never of a label.</summary>
    internal int? Node(string id) => NodeOfName(id) is { } node && Revisions[node].Id == id ? node : null;

    /// <summary>The node of an id or the one that declares a label.</summary>
    internal int? NodeOfName(string name) => _nodes.TryGetValue(name, out var node) ? node : null;

    private int Known(string id) => Node(id) ?? throw RevisionException.UnknownRevision(this, id);

    private List<Revision> Where(Predicate<int> isWanted)
    {
        var found = new List<Revision>();
        for (var node = 0; node < Revisions.Count; node++)
            if (isWanted(node))
                found.Add(Revisions[node]);
        return found;
    }
}
