using System.Text;

namespace Retort.Migrations;

/// <summary>Makes identifiers of what people write.</summary>
internal static class CSharpNames
{
    private const int LongestClassName = 80;

    private static readonly HashSet<string> Keywords =
    [
        .. """
            abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum
            event explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace
            new null object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc
            static string struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while
            """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary><c>CreateHeroes3f2a9c1b7d04</c>: the message's words and the id, which makes it unique.</summary>
    public static string RevisionClass(string? message, string id)
    {
        var words = Pascal(message ?? "", LongestClassName);
        var name = words.Length > 0 && char.IsLetter(words[0]) ? words : "Revision" + words;
        return name + Pascal(id, id.Length);
    }

    /// <summary>The name of a class or property for a name of a database: <c>hero_power</c> is <c>HeroPower</c>, <c>ORDERS</c> is <c>Orders</c>.</summary>
    public static string Pascal(string name)
    {
        var cased = name.Any(char.IsLower) ? name : name.ToLowerInvariant();
        var words = Pascal(cased, int.MaxValue);
        return words.Length > 0 && char.IsLetter(words[0]) ? words : "_" + words;
    }

    /// <summary>A valid namespace that is as near as can be to a project's name; <c>my-app</c> is <c>my_app</c>.</summary>
    public static string Namespace(string name) =>
        string.Join(
            '.',
            name.Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(Identifier)
                .DefaultIfEmpty("_")
        );

    private static string Identifier(string name)
    {
        var characters = string.Concat(name.Select(character => IsPart(character) ? character : '_'));
        var identifier = char.IsDigit(characters[0]) ? "_" + characters : characters;
        return Keywords.Contains(identifier) ? "@" + identifier : identifier;
    }

    /// <summary>The words, each with a capital first letter; whole words as long as they fit.</summary>
    private static string Pascal(string text, int longest)
    {
        var name = new StringBuilder();
        foreach (var word in Words(text))
        {
            if (name.Length > 0 && name.Length + word.Length > longest)
                break;
            name.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }
        name.Length = Math.Min(name.Length, longest);
        return name.ToString();
    }

    private static string[] Words(string text) =>
        string.Concat(text.Select(character => char.IsLetterOrDigit(character) ? character : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
