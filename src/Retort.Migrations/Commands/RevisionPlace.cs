namespace Retort.Migrations;

/// <summary>The place of a new revision: what it follows, what it depends on, and the folder of its file.</summary>
internal sealed class RevisionPlace(RevisionGraph graph, ScriptDirectory scripts)
{
    /// <summary>What it follows; null: it is a base.</summary>
    /// <param name="head">As typed.</param>
    /// <param name="splice">Whether something may follow that already.</param>
    public Revision? Parent(string head, bool splice)
    {
        if (head == "head" && graph.Heads.Count > 1)
            throw RevisionFileException.SeveralHeads(graph.Heads);
        var parent = graph.ResolveSingle(head);
        if (parent is not null && !splice)
            RequireHead(parent);
        return parent;
    }

    /// <exception cref="RevisionFileException">Something follows it.</exception>
    public void RequireHead(Revision revision)
    {
        if (graph.Children(revision.Id) is { Count: > 0 } children)
            throw RevisionFileException.NotAHead(revision, children);
    }

    /// <summary>What it depends on: ids, of which a beginning may be typed, and labels as they are, so that they go on meaning the branch.</summary>
    public IReadOnlyList<string> Dependencies(IEnumerable<string> names) =>
        [
            .. names
                .SelectMany(name => IsLabel(name) ? [name] : graph.Resolve(name).Select(revision => revision.Id))
                .Distinct(),
        ];

    /// <summary>Its folder: the one that is typed, else that of what it follows, else the first.</summary>
    public string Folder(string? typed, IEnumerable<Revision> parents)
    {
        var locations = scripts.VersionLocations;
        if (typed is null)
            return parents.Select(FolderOf).FirstOrDefault(folder => folder is not null) ?? locations[0];
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed));
        return locations.FirstOrDefault(location => Path.TrimEndingDirectorySeparator(location) == path)
            ?? throw RevisionFileException.NoSuchLocation(path, locations);
    }

    /// <summary>Writes a file there, once the history with its revision is known to be right.</summary>
    /// <returns>The file.</returns>
    public string Write(NewRevision revision, string @namespace, string folder)
    {
        RevisionGraph.Build([.. graph.Revisions, revision.ToRevision()]);
        return new RevisionWriter(scripts, @namespace).Write(revision, folder);
    }

    private string? FolderOf(Revision revision) =>
        revision.Location is { Path: var file }
            ? scripts.VersionLocations.FirstOrDefault(location =>
                file.StartsWith(
                    Path.TrimEndingDirectorySeparator(location) + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal
                )
            )
            : null;

    private bool IsLabel(string name) =>
        graph.NodeOfName(name) is { } node && graph.Revisions[node].BranchLabels.Contains(name);
}
