namespace Retort.Migrations.Tests.Revisions;

/// <summary>A history, a database somewhere in it and a target, all made from numbers so that FsCheck can make them smaller.</summary>
internal sealed class World
{
    private readonly Queue<int> _choices;
    private readonly Dictionary<string, string[]> _parents = [];

    public World(int[] choices)
    {
        _choices = new(choices);
        var lines = new List<string>();
        for (var node = 0; node == 0 || _choices.Count > 4; node++)
            lines.Add(Line(node));
        Graph = Graphs.Of(lines);
        Rows = Tips(Below([.. Pick(Choose(4))]));
        Applied = Below(Rows);
        Target = Pick(1)[0];
        Targets = Pick(1 + Choose(3));
        _text = $"{string.Join("; ", lines)} at {string.Join(' ', Rows)} to {Target} or {string.Join(' ', Targets)}";
    }

    private readonly string _text;

    public RevisionGraph Graph { get; }

    public string[] Rows { get; }

    public HashSet<string> Applied { get; }

    public string Target { get; }

    /// <summary>One to three, each once; one may follow another.</summary>
    public string[] Targets { get; }

    public override string ToString() => _text;

    public UpgradePlan Upgrade() => UpgradePlan.Create(Graph, Rows, Target);

    public DowngradePlan DowngradeToBase() => DowngradePlan.Create(Graph, Rows, "base");

    public HashSet<string> Below(params IEnumerable<string> ids)
    {
        var below = new HashSet<string>();
        var todo = new Stack<string>(ids);
        while (todo.TryPop(out var id))
            if (below.Add(id))
                foreach (var parent in _parents[id])
                    todo.Push(parent);
        return below;
    }

    /// <summary>What goes when a database goes down to a revision: what follows it, and what needs any of that.</summary>
    public HashSet<string> Above(string id)
    {
        var above = Graph.Children(id).Select(child => child.Id).ToHashSet();
        while (above.Count < above.Union(Needing(above)).Count())
            above.UnionWith(Needing(above));
        return above;
    }

    /// <summary>The ids that no other of them needs, sorted.</summary>
    public string[] Tips(IEnumerable<string> ids)
    {
        var set = ids.ToHashSet();
        var needed = set.SelectMany(id => _parents[id]).ToHashSet();
        return [.. set.Except(needed).Order(StringComparer.Ordinal)];
    }

    public HashSet<string> Apply(HashSet<string> applied, RevisionStep step)
    {
        Assert.True(applied.IsSupersetOf(_parents[step.Revision.Id]), $"{step.Revision.Id} before its parents");
        return [.. applied, step.Revision.Id];
    }

    public HashSet<string> Undo(HashSet<string> applied, RevisionStep step)
    {
        HashSet<string> left = [.. applied.Except([step.Revision.Id])];
        Assert.DoesNotContain(left, id => _parents[id].Contains(step.Revision.Id));
        return left;
    }

    private List<string> Needing(HashSet<string> ids) =>
        [.. _parents.Where(each => each.Value.Any(ids.Contains)).Select(each => each.Key)];

    public string[] Replay(IEnumerable<RevisionStep> steps) => Replay(steps.SelectMany(step => step.Changes));

    /// <summary>The version table after the changes, each of which must find what it expects.</summary>
    public string[] Replay(IEnumerable<RowChange> changes)
    {
        var table = Rows.ToHashSet();
        foreach (var change in changes)
        {
            Assert.True(change.From is null || table.Remove(change.From), $"{change}: no such row");
            Assert.True(change.To is null || table.Add(change.To), $"{change}: there already");
        }
        return [.. table.Order(StringComparer.Ordinal)];
    }

    /// <summary>A revision that is not applied, but all of whose parents are.</summary>
    public Revision? Next() =>
        Graph.Revisions.FirstOrDefault(next => !Applied.Contains(next.Id) && Applied.IsSupersetOf(_parents[next.Id]));

    /// <summary>The rows after applying a revision and going back to the highest of its parents on its branch.</summary>
    public IReadOnlyList<string> Undone(Revision next)
    {
        var applied = UpgradePlan.Create(Graph, Rows, next.Id).Rows;
        var parent = next.DownRevisions.FirstOrDefault(parent =>
            !next.DownRevisions.Any(other => other != parent && Below(other).Contains(parent))
        );
        return DowngradePlan.Create(Graph, applied, $"{next.Id}@{parent ?? "base"}").Rows;
    }

    /// <summary>Mostly a line; sometimes a base, a branch, a merge, a dependency, a label.</summary>
    private string Line(int node)
    {
        var kind = Choose(10);
        string[] down =
            node == 0 || kind == 0 ? []
            : kind < 5 ? [$"r{node - 1}"]
            : kind < 8 ? Pick(1)
            : Pick(2);
        var dependsOn = node > 0 && Choose(4) == 0 ? Pick(1) : [];
        var label = Choose(5) == 0 ? $" #branch{node}" : "";
        _parents[$"r{node}"] = [.. down, .. dependsOn];
        return $"r{node}"
            + (down is [] ? "" : " < " + string.Join(' ', down))
            + (dependsOn is [] ? "" : " ~ " + dependsOn[0])
            + label;
    }

    private string[] Pick(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => $"r{Choose(_parents.Count)}").Distinct()];

    private int Choose(int below) => _choices.TryDequeue(out var choice) ? choice % below : 0;
}
