using System.Globalization;
using System.Text;

namespace Retort.Generators;

/// <summary>
/// Names of tables and columns from names of classes and properties, exactly as <c>JsonNamingPolicy.SnakeCaseLower</c> makes them:
/// <c>HeroPower</c> is <c>hero_power</c>, <c>XMLData</c> is <c>xml_data</c>, <c>Line2</c> is <c>line2</c>.
/// </summary>
internal static class SnakeCase
{
    private enum Last
    {
        Other,
        Lower,
        Upper,
        Space,
    }

    public static string Convert(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        var last = Last.Other;
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i];
            switch (char.GetUnicodeCategory(letter))
            {
                case UnicodeCategory.UppercaseLetter:
                    if (BeginsWord(last, i + 1 < name.Length && char.IsLower(name[i + 1])))
                        result.Append('_');
                    result.Append(char.ToLowerInvariant(letter));
                    last = Last.Upper;
                    break;
                case UnicodeCategory.LowercaseLetter:
                case UnicodeCategory.DecimalDigitNumber:
                    if (last is Last.Space)
                        result.Append('_');
                    result.Append(letter);
                    last = Last.Lower;
                    break;
                case UnicodeCategory.SpaceSeparator:
                    last = last is Last.Other ? Last.Other : Last.Space;
                    break;
                default:
                    result.Append(letter);
                    last = Last.Other;
                    break;
            }
        }
        return result.ToString();
    }

    /// <summary>An upper-case letter begins a word behind a lower-case one, and at the end of an abbreviation: the D of <c>XMLData</c>.</summary>
    private static bool BeginsWord(Last last, bool lowerFollows) =>
        last is Last.Lower or Last.Space || (last is Last.Upper && lowerFollows);
}
