namespace Retort;

/// <summary>SQL text as PostgreSQL prints it.</summary>
internal static class PostgreSqlText
{
    /// <summary>The text without parentheses around the whole of it.</summary>
    public static string WithoutParentheses(string text) => IsEnclosed(text) ? text[1..^1] : text;

    /// <summary>Whether the first parenthesis ends with the text; what stands in quotes is no parenthesis.</summary>
    private static bool IsEnclosed(string text)
    {
        if (text is not ['(', .., ')'])
            return false;
        var depth = 0;
        char? quote = null;
        for (var at = 0; at < text.Length; at++)
            if (quote is not null)
                quote = text[at] == quote ? null : quote;
            else if (text[at] is '\'' or '"')
                quote = text[at];
            else if (text[at] is '(')
                depth++;
            else if (text[at] is ')' && --depth == 0)
                return at == text.Length - 1;
        return false;
    }
}
