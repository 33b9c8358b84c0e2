namespace Retort.Docs.Tests.Pages;

/// <summary>A page of the documentation.</summary>
/// <param name="Name">Its path in the repository, such as <c>docs/models.md</c>.</param>
internal sealed record Page(string Name)
{
    private const string Fence = "```";

    /// <summary>README.md and everything in docs/.</summary>
    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Repository.PathOf("docs"), "*.md")
            .Select(file => $"docs/{Path.GetFileName(file)}")
            .Order(StringComparer.Ordinal)
            .Prepend("README.md");

    /// <summary>Its lines.</summary>
    public IReadOnlyList<string> Lines { get; } = File.ReadAllLines(Repository.PathOf(Name.Split('/')));

    /// <summary>
    /// The blocks in a language, in order. A block in a comment of HTML counts too: the reader does not see it, and takes what is in
    /// it for granted.
    /// </summary>
    public IEnumerable<Block> Blocks(string language)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (!Lines[i].StartsWith(Fence, StringComparison.Ordinal))
                continue;
            var begin = i + 1;
            for (i = begin; i < Lines.Count && Lines[i] != Fence; )
                i++;
            if (Lines[begin - 1] == Fence + language)
                yield return new Block(Name, begin + 1, string.Join('\n', Lines.Take(i).Skip(begin)));
        }
    }

    /// <summary>The rows of the table below a heading, cell by cell, without the head.</summary>
    public IEnumerable<string[]> Table(string heading) =>
        Lines
            .SkipWhile(line => line.TrimStart('#', ' ') != heading || !line.StartsWith('#'))
            .Skip(1)
            .TakeWhile(line => !line.StartsWith('#'))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(Cells);

    private static string[] Cells(string row) =>
        [
            .. row.Trim()[1..^1]
                .Replace("\\|", "\0", StringComparison.Ordinal)
                .Split('|')
                .Select(cell => cell.Replace('\0', '|').Trim()),
        ];
}

/// <summary>A block of code.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The line of the page that its text begins on.</param>
/// <param name="Text">Its text.</param>
internal sealed record Block(string Page, int Line, string Text);
