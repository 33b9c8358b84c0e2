namespace Retort;

/// <summary>Text as C# source, for the calls by which types are written into revision files.</summary>
internal static class CSharpText
{
    /// <summary>A string literal on one line.</summary>
    public static string Literal(string text)
    {
        var literal = new System.Text.StringBuilder(text.Length + 2).Append('"');
        foreach (var letter in text)
            literal.Append(
                letter is '"' or '\\' ? $"\\{letter}"
                : char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029'
                    ? $"\\u{(int)letter:x4}"
                : letter.ToString()
            );
        return literal.Append('"').ToString();
    }

    /// <summary>Literals, separated by comma and space.</summary>
    public static string Literals(IEnumerable<string> texts) => string.Join(", ", texts.Select(Literal));
}
