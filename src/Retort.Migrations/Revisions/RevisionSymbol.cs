using System.Globalization;
using System.Text.RegularExpressions;

namespace Retort.Migrations;

/// <summary>The parts of what a user types for a revision: <c>branch@name+steps</c>, each optional.</summary>
/// <param name="Text">As typed, for messages.</param>
/// <param name="Branch">Before <c>@</c>: a label, or a revision whose line is meant.</param>
/// <param name="Name">An id, a prefix, a label, <c>head</c>, <c>heads</c> or <c>base</c>; null where the walk starts at the database.</param>
/// <param name="Steps">The walk, up or down; null where there is none.</param>
internal sealed partial record RevisionSymbol(string Text, string? Branch, string? Name, int? Steps)
{
    /// <summary>What the database has, for the commands that take it.</summary>
    public const string Current = RevisionNames.Current;

    /// <summary>True where the walk starts at what the database has.</summary>
    public bool IsRelative => Steps is not null && Name is null;

    public static RevisionSymbol Parse(string text)
    {
        var walk = Walk.Match(text);
        return walk.Success ? ParseWalk(text, walk) : ParseName(text);
    }

    [GeneratedRegex(
        @"^(?:(?<branch>[^@]+)@)?(?<name>[A-Za-z0-9_]+)?(?<sign>[+-])(?<steps>[0-9]+)\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Walk { get; }

    private static RevisionSymbol ParseWalk(string text, Match walk)
    {
        if (!int.TryParse(walk.Groups["steps"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var steps))
            throw RevisionException.MalformedSymbol(text);
        return new(
            text,
            Optional(walk.Groups["branch"]),
            Optional(walk.Groups["name"]),
            walk.Groups["sign"].Value == "-" ? -steps : steps
        );
    }

    private static RevisionSymbol ParseName(string text) =>
        text.Split('@') switch
        {
            [{ Length: > 0 } name] => new(text, null, name, null),
            [{ Length: > 0 } branch, { Length: > 0 } name] => new(text, branch, name, null),
            _ => throw RevisionException.MalformedSymbol(text),
        };

    private static string? Optional(Group group) => group.Success ? group.Value : null;
}
