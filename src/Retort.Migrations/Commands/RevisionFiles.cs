namespace Retort.Migrations;

/// <summary>A revision whose file names others now.</summary>
/// <param name="Revision">The revision as its file says it now.</param>
/// <param name="Path">The file.</param>
public sealed record RelinkedRevision(Revision Revision, string Path);

/// <summary>The files of a history while some of them are changed. Nothing is written before the history that comes out is known to be right.</summary>
/// <param name="scripts">The files as they are.</param>
/// <param name="gone">Revisions whose files are deleted or written anew.</param>
internal sealed class RevisionFiles(IReadOnlyList<RevisionScript> scripts, IReadOnlyCollection<Revision> gone)
{
    private readonly IReadOnlyList<RevisionScript> _kept =
    [
        .. scripts.Where(script => gone.All(each => each.Id != script.Revision.Id)),
    ];
    private readonly Dictionary<string, string> _edited = [];

    /// <summary>The file of a revision.</summary>
    /// <exception cref="RevisionFileException">It has others too.</exception>
    public string FileOf(Revision revision)
    {
        var script = scripts.First(each => each.Revision.Id == revision.Id);
        return scripts.Count(each => each.Path == script.Path) > 1
            ? throw RevisionFileException.SharedFile(script)
            : script.Path;
    }

    /// <summary>Names others in the place of a revision, wherever something follows it or depends on it.</summary>
    /// <param name="id">The revision.</param>
    /// <param name="others">What another revision names instead.</param>
    public void Replace(string id, Func<Revision, IEnumerable<string>> others)
    {
        foreach (var path in _kept.Where(each => Names(each, id)).Select(each => each.Path).Distinct())
        {
            var text = _edited.GetValueOrDefault(path) ?? SourceText.Read(path).Text;
            foreach (
                var (script, link) in RevisionScanner
                    .Parse(path, text)
                    .SelectMany(script => script.Links.Select(link => (script, link)))
                    .Where(each => each.link.Names.Any(name => name.Name == id))
                    .OrderByDescending(each => each.link.Start)
            )
                text = link.Replace(text, id, others(script.Revision));
            _edited[path] = text;
        }
    }

    /// <summary>Checks the history that comes out, with revisions that are written anew.</summary>
    /// <exception cref="RevisionException">It contradicts itself.</exception>
    public void Check(params IEnumerable<Revision> added) =>
        RevisionGraph.Build([
            .. _kept.Where(each => !_edited.ContainsKey(each.Path)).Select(each => each.Revision),
            .. Edited().Select(each => each.Revision),
            .. added,
        ]);

    /// <summary>The revisions that name others.</summary>
    public IReadOnlyList<RelinkedRevision> Relinked()
    {
        var links = _kept.ToDictionary(each => each.Revision.Id, each => Links(each.Revision));
        return [.. Edited().Where(each => !Links(each.Revision).SequenceEqual(links[each.Revision.Id]))];
    }

    /// <summary>What writes the files in which revisions name others, a file each.</summary>
    public IEnumerable<Action> Edits() => _edited.Select(each => (Action)(() => TextFile.Edit(each.Key, each.Value)));

    private IEnumerable<RelinkedRevision> Edited() =>
        from file in _edited
        from script in RevisionScanner.Parse(file.Key, file.Value)
        select new RelinkedRevision(script.Revision, file.Key);

    private static IEnumerable<string> Links(Revision revision) =>
        [.. revision.DownRevisions, "", .. revision.DependsOn];

    private static bool Names(RevisionScript script, string id) =>
        script.Revision.DownRevisions.Contains(id) || script.Revision.DependsOn.Contains(id);
}
