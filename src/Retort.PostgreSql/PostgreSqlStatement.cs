namespace Retort;

/// <summary>A statement of some SQL.</summary>
/// <param name="Sql">The statement, without the semicolon behind it.</param>
/// <param name="Tokens">Its tokens; one at least.</param>
internal sealed record PostgreSqlStatement(string Sql, IReadOnlyList<PostgreSqlToken> Tokens)
{
    /// <summary>The statements, parted as psql does: a body that begins with BEGIN ATOMIC has semicolons of its own.</summary>
    public static IReadOnlyList<PostgreSqlStatement> Split(string sql)
    {
        var statements = new List<PostgreSqlStatement>();
        var tokens = new List<PostgreSqlToken>();
        var (parentheses, blocks) = (0, 0);
        foreach (var token in PostgreSqlLexer.Tokens(sql))
            if (token.Is(";") && parentheses <= 0 && blocks == 0)
                End();
            else
            {
                tokens.Add(token);
                parentheses +=
                    token.Is("(") ? 1
                    : token.Is(")") ? -1
                    : 0;
                blocks += Blocks(tokens, isInside: blocks > 0);
            }
        End();
        return statements;

        void End()
        {
            if (tokens.Count > 0)
                statements.Add(new(sql[tokens[0].Start..tokens[^1].End], tokens));
            (tokens, parentheses, blocks) = ([], 0, 0);
        }
    }

    /// <summary>Whether the words stand one after the other, from a token on.</summary>
    public bool Has(int at, params ReadOnlySpan<string> words)
    {
        if (at + words.Length > Tokens.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
            if (!Tokens[at + i].Is(words[i]))
                return false;
        return true;
    }

    /// <summary>How many blocks the last token begins, less those that it ends.</summary>
    private static int Blocks(List<PostgreSqlToken> tokens, bool isInside) =>
        tokens.Count == 1 || tokens[^2].Is(".") ? 0
        : !isInside ? (tokens[^1].Is("ATOMIC") && tokens[^2].Is("BEGIN") && IsRoutine(tokens) ? 1 : 0)
        : tokens[^1].Is("CASE") ? 1
        : tokens[^1].Is("END") ? -1
        : 0;

    private static bool IsRoutine(List<PostgreSqlToken> tokens)
    {
        if (!tokens[0].Is("CREATE"))
            return false;
        var kind = tokens is [_, var or, var replace, ..] && or.Is("OR") && replace.Is("REPLACE") ? 3 : 1;
        return tokens.Count > kind && (tokens[kind].Is("FUNCTION") || tokens[kind].Is("PROCEDURE"));
    }
}
