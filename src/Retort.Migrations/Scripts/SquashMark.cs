namespace Retort.Migrations;

/// <summary>
/// A comment at the top of a file that takes the place of others, for as long as one of those is there: whoever is killed in between goes on
/// from it.
/// </summary>
/// <param name="Range">What is squashed, as it was typed.</param>
/// <param name="Removed">The revisions that go, with their files, the first one first.</param>
internal sealed record SquashMark(string Range, IReadOnlyList<(string Id, string Path)> Removed)
{
    private const string Begin = "// `retort squash ";
    private const string End = "` is not finished: type it again. These files go:";
    private const string Line = "//   ";

    /// <summary>The mark of a file; null: it has none.</summary>
    public static SquashMark? Of(SourceText source)
    {
        if (!source.Text.StartsWith(Begin, StringComparison.Ordinal))
            return null;
        var lines = source.Text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        if (!lines[0].EndsWith(End, StringComparison.Ordinal))
            return null;
        var removed = lines
            .Skip(1)
            .TakeWhile(line => line.StartsWith(Line, StringComparison.Ordinal))
            .Select(line => line[Line.Length..].Split(' ', 2))
            .Select(words => (words[0], Path.GetFullPath(words[^1], FolderOf(source.Path))));
        return new(lines[0][Begin.Length..^End.Length], [.. removed]);
    }

    /// <summary>A text without its mark.</summary>
    public static string Without(string text)
    {
        var lines = text.Split('\n');
        return string.Join('\n', lines.Skip(1).SkipWhile(line => line.StartsWith(Line, StringComparison.Ordinal)));
    }

    /// <summary>The mark, for the top of a file.</summary>
    public string Write(string path) =>
        $"{Begin}{Range}{End}\n{string.Concat(Removed.Select(each => $"{Line}{each.Id} {Path.GetRelativePath(FolderOf(path), each.Path)}\n"))}";

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
