namespace Retort;

/// <summary>What a piece of SQL is.</summary>
internal enum SqliteTokenKind
{
    /// <summary>A word without quotes: a keyword or a name.</summary>
    Word,

    /// <summary>A name between double quotes, backticks or brackets.</summary>
    QuotedName,

    /// <summary>Text between single quotes, which SQLite also takes as a name.</summary>
    Text,

    /// <summary>A number or a BLOB literal.</summary>
    Literal,

    /// <summary>A parenthesis, comma or operator: one letter.</summary>
    Symbol,

    /// <summary>Behind the last token.</summary>
    End,
}

/// <summary>A piece of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the SQL.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Value">A name or text without its quotes; otherwise the piece as it is.</param>
internal readonly record struct SqliteToken(SqliteTokenKind Kind, int Start, int End, string Value)
{
    /// <summary>Whether the token can name something.</summary>
    public bool IsName => Kind is SqliteTokenKind.Word or SqliteTokenKind.QuotedName or SqliteTokenKind.Text;

    /// <summary>Whether the token is this keyword or symbol.</summary>
    public bool Is(string keyword) =>
        Kind is SqliteTokenKind.Word or SqliteTokenKind.Symbol
        && Value.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is this symbol.</summary>
    public bool Is(char symbol) => Kind is SqliteTokenKind.Symbol && Value[0] == symbol;
}

/// <summary>Splits SQL as SQLite does (https://sqlite.org/lang_keywords.html on quoting, https://sqlite.org/lang_comment.html). Blanks and comments fall away.</summary>
internal static class SqliteLexer
{
    /// <summary>The tokens, with one of kind <see cref="SqliteTokenKind.End"/> behind them.</summary>
    public static IReadOnlyList<SqliteToken> Tokens(string sql)
    {
        var tokens = new List<SqliteToken>();
        for (var at = SkipBlank(sql, 0); at < sql.Length; at = SkipBlank(sql, tokens[^1].End))
            tokens.Add(Next(sql, at));
        tokens.Add(new SqliteToken(SqliteTokenKind.End, sql.Length, sql.Length, ""));
        return tokens;
    }

    /// <summary>Whether the SQL is one literal, with or without a sign. What depends on the time (<c>CURRENT_TIMESTAMP</c>) is none.</summary>
    public static bool IsConstant(string sql)
    {
        var tokens = Tokens(sql);
        var first = tokens[0].Is('-') || tokens[0].Is('+') ? 1 : 0;
        if (tokens.Count - first != 2)
            return false;
        var token = tokens[first];
        return token.Kind is SqliteTokenKind.Literal
            || first == 0
                && (token.Kind is SqliteTokenKind.Text || token.Is("NULL") || token.Is("TRUE") || token.Is("FALSE"));
    }

    /// <summary>Whether the SQL is one of the words for the time, which stand behind DEFAULT without parentheses.</summary>
    public static bool IsCurrentTime(string sql) =>
        Tokens(sql) is [var word, _]
        && (word.Is("CURRENT_TIMESTAMP") || word.Is("CURRENT_DATE") || word.Is("CURRENT_TIME"));

    /// <summary>Whether two pieces of SQL are the same but for blanks, comments, the case of words and the parentheses around all of it.</summary>
    public static bool SameTokens(string left, string right)
    {
        var (one, other) = (WithoutParentheses(Tokens(left)), WithoutParentheses(Tokens(right)));
        return one.Count == other.Count && one.Zip(other).All(pair => IsSame(pair.First, pair.Second));
    }

    private static bool IsSame(SqliteToken left, SqliteToken right) =>
        left.Kind == right.Kind
        && left.Value.Equals(
            right.Value,
            left.Kind is SqliteTokenKind.Word ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
        );

    private static ArraySegment<SqliteToken> WithoutParentheses(IReadOnlyList<SqliteToken> tokens)
    {
        var all = new ArraySegment<SqliteToken>([.. tokens.SkipLast(1)]);
        while (all.Count > 2 && Closing(all) == all.Count - 1)
            all = all[1..^1];
        return all;
    }

    /// <summary>Where the parenthesis closes that the tokens begin with; -1: they begin with none.</summary>
    private static int Closing(ArraySegment<SqliteToken> tokens)
    {
        var depth = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            depth +=
                tokens[at].Is('(') ? 1
                : tokens[at].Is(')') ? -1
                : 0;
            if (depth == 0)
                return tokens[at].Is(')') ? at : -1;
        }
        return -1;
    }

    private static SqliteToken Next(string sql, int start)
    {
        var letter = sql[start];
        if (letter is '\'')
            return Quoted(SqliteTokenKind.Text, sql, start, letter);
        if (letter is '"' or '`')
            return Quoted(SqliteTokenKind.QuotedName, sql, start, letter);
        if (letter is '[')
            return Bracketed(sql, start);
        if (letter is 'x' or 'X' && start + 1 < sql.Length && sql[start + 1] is '\'')
            return Token(
                SqliteTokenKind.Literal,
                sql,
                start,
                Quoted(SqliteTokenKind.Literal, sql, start + 1, '\'').End
            );
        if (char.IsAsciiDigit(letter) || letter is '.' && start + 1 < sql.Length && char.IsAsciiDigit(sql[start + 1]))
            return Token(SqliteTokenKind.Literal, sql, start, NumberEnd(sql, start));
        return IsWord(letter)
            ? Token(SqliteTokenKind.Word, sql, start, WordEnd(sql, start))
            : Token(SqliteTokenKind.Symbol, sql, start, start + 1);
    }

    private static SqliteToken Token(SqliteTokenKind kind, string sql, int start, int end) =>
        new(kind, start, end, sql[start..end]);

    /// <summary>A quote inside is written twice.</summary>
    private static SqliteToken Quoted(SqliteTokenKind kind, string sql, int start, char quote)
    {
        var end = start + 1;
        while (end < sql.Length && (sql[end] != quote || end + 1 < sql.Length && sql[end + 1] == quote))
            end += sql[end] == quote ? 2 : 1;
        var inner = sql[(start + 1)..Math.Min(end, sql.Length)];
        return new SqliteToken(
            kind,
            start,
            Math.Min(end + 1, sql.Length),
            inner.Replace($"{quote}{quote}", $"{quote}", StringComparison.Ordinal)
        );
    }

    private static SqliteToken Bracketed(string sql, int start)
    {
        var end = sql.IndexOf(']', start);
        return end < 0
            ? new SqliteToken(SqliteTokenKind.QuotedName, start, sql.Length, sql[(start + 1)..])
            : new SqliteToken(SqliteTokenKind.QuotedName, start, end + 1, sql[(start + 1)..end]);
    }

    private static int WordEnd(string sql, int at)
    {
        while (at < sql.Length && IsWord(sql[at]))
            at++;
        return at;
    }

    private static int NumberEnd(string sql, int at)
    {
        while (
            at < sql.Length && (IsWord(sql[at]) || sql[at] is '.' || sql[at] is '+' or '-' && sql[at - 1] is 'e' or 'E')
        )
            at++;
        return at;
    }

    private static int SkipBlank(string sql, int at)
    {
        while (at < sql.Length)
            if (char.IsWhiteSpace(sql[at]))
                at++;
            else if (string.CompareOrdinal(sql, at, "--", 0, 2) == 0)
                at = Behind(sql, "\n", at + 2);
            else if (string.CompareOrdinal(sql, at, "/*", 0, 2) == 0)
                at = Behind(sql, "*/", at + 2);
            else
                break;
        return at;
    }

    private static int Behind(string sql, string end, int start)
    {
        var index = sql.IndexOf(end, start, StringComparison.Ordinal);
        return index < 0 ? sql.Length : index + end.Length;
    }

    private static bool IsWord(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter is '_' or '$' || letter > '\x7f';
}
