namespace Retort;

/// <summary>What a piece of SQL is.</summary>
internal enum PostgreSqlTokenKind
{
    /// <summary>A word without quotes: a keyword or a name.</summary>
    Word,

    /// <summary>A name between double quotes, or text between single quotes or dollar signs.</summary>
    Quoted,

    /// <summary>A parenthesis, a semicolon, a digit, a letter of an operator.</summary>
    Symbol,
}

/// <summary>A piece of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the SQL.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Value">The piece as it is.</param>
internal readonly record struct PostgreSqlToken(PostgreSqlTokenKind Kind, int Start, int End, string Value)
{
    /// <summary>Whether the token is this keyword or symbol.</summary>
    public bool Is(string keyword) =>
        Kind is not PostgreSqlTokenKind.Quoted && Value.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Splits SQL as PostgreSQL does (https://www.postgresql.org/docs/current/sql-syntax-lexical.html). Blanks and comments fall away.</summary>
internal sealed class PostgreSqlLexer
{
    private readonly string _sql;
    private int _at;

    private PostgreSqlLexer(string sql) => _sql = sql;

    /// <summary>The tokens.</summary>
    public static IReadOnlyList<PostgreSqlToken> Tokens(string sql)
    {
        var lexer = new PostgreSqlLexer(sql);
        var tokens = new List<PostgreSqlToken>();
        for (lexer.SkipBlank(); lexer._at < sql.Length; lexer.SkipBlank())
        {
            var start = lexer._at;
            var kind = lexer.Skip();
            tokens.Add(new(kind, start, lexer._at, sql[start..lexer._at]));
        }
        return tokens;
    }

    private PostgreSqlTokenKind Skip()
    {
        var letter = _sql[_at];
        if (letter is '\'' or '"')
            return SkipQuoted(letter, hasEscapes: false);
        if (letter is 'e' or 'E' && At(1) == '\'')
        {
            _at++;
            return SkipQuoted('\'', hasEscapes: true);
        }
        if (letter is '$' && SkipDollars())
            return PostgreSqlTokenKind.Quoted;
        if (!BeginsWord(letter))
        {
            _at++;
            return PostgreSqlTokenKind.Symbol;
        }
        while (_at < _sql.Length && (BeginsWord(_sql[_at]) || char.IsAsciiDigit(_sql[_at]) || _sql[_at] is '$'))
            _at++;
        return PostgreSqlTokenKind.Word;
    }

    private PostgreSqlTokenKind SkipQuoted(char quote, bool hasEscapes)
    {
        for (_at++; _at < _sql.Length; _at++)
            if (hasEscapes && _sql[_at] is '\\')
                _at++;
            else if (_sql[_at] == quote && At(1) == quote)
                _at++;
            else if (_sql[_at] == quote)
                break;
        _at = Math.Min(_at + 1, _sql.Length);
        return PostgreSqlTokenKind.Quoted;
    }

    /// <summary>Text between <c>$word$</c>; <c>$1</c> is none.</summary>
    private bool SkipDollars()
    {
        var end = _at + 1;
        while (end < _sql.Length && (BeginsWord(_sql[end]) || end > _at + 1 && char.IsAsciiDigit(_sql[end])))
            end++;
        if (end == _sql.Length || _sql[end] is not '$')
            return false;
        var word = _sql[_at..(end + 1)];
        var close = _sql.IndexOf(word, end + 1, StringComparison.Ordinal);
        _at = close < 0 ? _sql.Length : close + word.Length;
        return true;
    }

    private void SkipBlank()
    {
        while (_at < _sql.Length)
            if (char.IsWhiteSpace(_sql[_at]))
                _at++;
            else if (_sql[_at] is '-' && At(1) is '-')
                SkipLine();
            else if (_sql[_at] is '/' && At(1) is '*')
                SkipComment();
            else
                return;
    }

    private void SkipLine()
    {
        while (_at < _sql.Length && _sql[_at] is not ('\n' or '\r'))
            _at++;
    }

    /// <summary>Comments nest.</summary>
    private void SkipComment()
    {
        var depth = 0;
        do
        {
            var step =
                _sql[_at] is '/' && At(1) is '*' ? 1
                : _sql[_at] is '*' && At(1) is '/' ? -1
                : 0;
            depth += step;
            _at += step == 0 ? 1 : 2;
        } while (depth > 0 && _at < _sql.Length);
    }

    private char At(int offset) => _at + offset < _sql.Length ? _sql[_at + offset] : '\0';

    private static bool BeginsWord(char letter) => char.IsAsciiLetter(letter) || letter is '_' or >= '\u0080';
}
