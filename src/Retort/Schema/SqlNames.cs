using System.Text.RegularExpressions;

namespace Retort;

/// <summary>The names in an expression that is SQL of any of the databases.</summary>
internal static partial class SqlNames
{
    /// <summary>The expression with another name for a column, as a database writes it anew when the column is renamed.</summary>
    public static string Rename(string sql, string column, string newName, SqlSyntax syntax) =>
        Token.Replace(sql, token => Is(token, column) ? syntax.Quote(newName) : token.Value);

    /// <summary>Whether the expression names the column.</summary>
    public static bool Mentions(string sql, string column) => Token.Matches(sql).Any(token => Is(token, column));

    /// <summary>A word that is followed by a parenthesis is a function, and one behind a double colon a type.</summary>
    private static bool Is(Match token, string column) =>
        token.Groups["word"] is { Success: true } word
            ? Same(word.Value, column)
            : token.Groups["quoted"] is { Success: true } quoted && Same(Unquoted(quoted.Value), column);

    private static bool Same(string name, string column) => name.Equals(column, StringComparison.OrdinalIgnoreCase);

    private static string Unquoted(string name) =>
        name[1..^1].Replace(new string(name[0], 2), name[..1], StringComparison.Ordinal);

    [GeneratedRegex(
        """
            '(?:[^']|'')*'
            | --[^\n]* | /\*.*?\*/
            | \$(?<tag>\w*)\$.*?\$\k<tag>\$
            | ::\s*\w+
            | (?<quoted>"(?:[^"]|"")*" | `(?:[^`]|``)*` | \[[^\]]*\])
            | (?<word>[^\W\d][\w$]*)(?!\s*\() | \w+
            """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Token { get; }
}
