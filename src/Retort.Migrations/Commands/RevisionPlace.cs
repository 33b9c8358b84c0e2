namespace Retort.Migrations;

/// <summary>The place of a new revision: what it follows, what it depends on, and the folder of its file.</summary>
internal sealed class RevisionPlace(CommandContext context, RevisionGraph graph)
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
        var locations = context.Scripts.VersionLocations;
        if (typed is null)
            return parents.Select(FolderOf).FirstOrDefault(folder => folder is not null) ?? locations[0];
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed));
        return locations.FirstOrDefault(location => Path.TrimEndingDirectorySeparator(location) == path)
            ?? throw RevisionFileException.NoSuchLocation(path, locations);
    }

    /// <summary>Writes a file there, once the history with its revision is known to be right, and runs the hooks.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="HookException">The file was written, and a hook failed.</exception>
    public async Task<string> WriteAsync(NewRevision revision, string folder, CancellationToken cancellationToken)
    {
        RevisionGraph.Build([.. graph.Revisions, revision.ToRevision()]);
        var path = context.Writer.Write(revision, folder);
        await context.Hooks.RevisionWrittenAsync(revision.Id, path, cancellationToken).ConfigureAwait(false);
        return path;
    }

    private string? FolderOf(Revision revision) =>
        revision.Location is { Path: var file }
            ? context.Scripts.VersionLocations.FirstOrDefault(location =>
                file.StartsWith(
                    Path.TrimEndingDirectorySeparator(location) + Path.DirectorySeparatorChar,
                    StringComparison.Ordinal
                )
            )
            : null;

    private bool IsLabel(string name) =>
        graph.NodeOfName(name) is { } node && graph.Revisions[node].BranchLabels.Contains(name);
}
