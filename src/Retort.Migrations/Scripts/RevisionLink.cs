namespace Retort.Migrations;

/// <summary>A <c>[Revises]</c> or <c>[DependsOn]</c> in a text.</summary>
/// <param name="Start">Where its name begins.</param>
/// <param name="End">Behind its closing bracket.</param>
/// <param name="Names">Its literals, in order.</param>
internal sealed record RevisionLink(int Start, int End, IReadOnlyList<LinkName> Names)
{
    /// <summary>A text in which a name of this attribute stands for others; everything else stays as it is written.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name.</param>
    /// <param name="others">What stands in its place; what the attribute names already is left out, and an attribute that names nothing goes.</param>
    public string Replace(string text, string name, IEnumerable<string> others)
    {
        var at = Names.ToList().FindIndex(each => each.Name == name);
        var added = others.Where(other => Names.All(each => each.Name != other)).Distinct().ToList();
        var (start, end) =
            added.Count > 0 ? (Names[at].Start, Names[at].End)
            : Names.Count == 1 ? Whole(text)
            : at + 1 < Names.Count ? (Names[at].Start, Names[at + 1].Start)
            : (Names[at - 1].End, Names[at].End);
        return string.Concat(text.AsSpan(0, start), string.Join(", ", added.Select(CSharp.Literal)), text.AsSpan(end));
    }

    /// <summary>The attribute with what is there only because of it: brackets and their line, or a comma.</summary>
    private (int Start, int End) Whole(string text)
    {
        var before = text.AsSpan(0, Start).TrimEnd().Length;
        var after = End + text.AsSpan(End).IndexOfAnyExcept(" \t\r\n");
        return (text[before - 1], text[after]) switch
        {
            ('[', ']') => Line(text, before - 1, after + 1),
            (_, ',') => (Start, after + 1 + text.AsSpan(after + 1).IndexOfAnyExcept(" \t\r\n")),
            (',', _) => (before - 1, End),
            _ => (Start, End),
        };
    }

    private static (int Start, int End) Line(string text, int start, int end)
    {
        var begin = text.AsSpan(0, start).TrimEnd(" \t").Length;
        var rest = text.AsSpan(end).TrimStart(" \t");
        var isAlone = (begin == 0 || text[begin - 1] is '\n' or '\r') && (rest.IsEmpty || rest[0] is '\n' or '\r');
        if (!isAlone)
            return (start, end);
        var ending = rest.StartsWith("\r\n") ? 2 : Math.Min(1, rest.Length);
        return (begin, text.Length - rest.Length + ending);
    }
}

/// <summary>A name in an attribute, as a literal.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Behind its end.</param>
internal sealed record LinkName(string Name, int Start, int End);
