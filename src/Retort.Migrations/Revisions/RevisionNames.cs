using System.Globalization;

namespace Retort.Migrations;

/// <summary>Which ids and branch labels can be used. An editor says the same as the tool.</summary>
internal static class RevisionNames
{
    /// <summary>What the database has, for the commands that take it.</summary>
    public const string Current = "current";

    /// <summary>What an id is made of, in words.</summary>
    public const string IdForm = "1 to 32 letters, digits and underscores";

    /// <summary>What a branch label is made of, in words.</summary>
    public const string LabelForm = "letters, digits and any of _ . / -, without a number after a '-' at its end";

    /// <summary>Why a reserved word can be neither.</summary>
    public const string Meaning = "means something else on the command line";

    private const int LongestId = 32;

    /// <summary>Words that mean something else wherever a revision can be named.</summary>
    private static readonly string[] Reserved = ["base", Current, "head", "heads"];

    /// <summary>What to do about a reserved word.</summary>
    public static string Advice => $"Choose a name other than {string.Join(", ", Reserved)}";

    public static bool IsReserved(string name) => Reserved.Contains(name);

    public static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(IsIdCharacter);

    /// <summary>Any name that the target syntax cannot read as something else: no <c>@</c>, <c>:</c>, <c>+</c> or blank, no <c>-1</c> at the end.</summary>
    public static bool IsLabel(string label) => label.Length > 0 && label.All(IsLabelCharacter) && !EndsWithWalk(label);

    private static bool IsIdCharacter(char each) =>
        each is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    private static bool IsLabelCharacter(char each) =>
        each is '.' or '/' or '-'
        || char.IsLetterOrDigit(each)
        || char.GetUnicodeCategory(each) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation;

    private static bool EndsWithWalk(string label)
    {
        var name = label.Length;
        while (name > 0 && char.IsDigit(label[name - 1]))
            name--;
        return name < label.Length && name > 0 && label[name - 1] == '-';
    }
}
