namespace Retort.Migrations;

/// <summary>Revisions of which each follows only the one before it, and nothing but them follows any but the last.</summary>
internal static class RevisionLine
{
    /// <summary>The revisions of <c>a:b</c>, the first one first.</summary>
    /// <exception cref="RevisionException">An end is unknown or ambiguous.</exception>
    /// <exception cref="RevisionFileException">They are no line, or another branch begins in it.</exception>
    public static IReadOnlyList<Revision> Parse(RevisionGraph graph, string range)
    {
        if (range.Split(':') is not [{ Length: > 0 } from, { Length: > 0 } to])
            throw RevisionFileException.NotARange(range, "it has not two ends");
        var (first, last) = (graph.ResolveSingle(from), graph.ResolveSingle(to));
        if (first is null || last is null || first == last)
            throw RevisionFileException.NotARange(range, "it has fewer than two revisions");
        var line = new List<Revision> { last };
        while (line[0] != first)
            line.Insert(0, Before(graph, line[0], range));
        foreach (var (revision, next) in line.Zip(line.Skip(1)))
            if (graph.Children(revision.Id).FirstOrDefault(child => child != next) is { } child)
                throw RevisionFileException.Branches(revision, child);
        return line;
    }

    private static Revision Before(RevisionGraph graph, Revision revision, string range) =>
        revision.DownRevisions switch
        {
            [var only] => graph.Find(only)!,
            [] => throw RevisionFileException.NotARange(range, $"{revision.Id} is the beginning"),
            _ => throw RevisionFileException.NotARange(range, $"{revision.Id} joins branches"),
        };
}
