namespace Retort;

/// <summary>Text in a database is UTF-8 or UTF-16 of whole characters.</summary>
public static class UnicodeText
{
    /// <summary>The text, where a database gives it back as it is.</summary>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair, which no database keeps.</exception>
    public static string Require(string text)
    {
        var half = FirstHalf(text);
        return half < 0
            ? text
            : throw new ArgumentException(
                $"The text is no Unicode: at character {half + 1} stands half of a surrogate pair. Cut text between whole characters (System.Text.Rune), or store bytes."
            );
    }

    private static int FirstHalf(string text)
    {
        for (var at = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0 && at < text.Length; at++)
            if (char.IsSurrogatePair(text, at))
                at++;
            else if (char.IsSurrogate(text[at]))
                return at;
        return -1;
    }
}
