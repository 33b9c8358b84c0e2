namespace Retort;

/// <summary>Walks over the tokens of one statement.</summary>
internal sealed class SqliteTokens(string sql)
{
    private readonly IReadOnlyList<SqliteToken> _tokens = SqliteLexer.Tokens(sql);
    private int _at;

    /// <summary>The token ahead.</summary>
    public SqliteToken Ahead => _tokens[_at];

    /// <summary>The token behind the one ahead.</summary>
    public SqliteToken Second => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

    /// <summary>Where the token before the one ahead ends.</summary>
    public int LastEnd => _at == 0 ? 0 : _tokens[_at - 1].End;

    /// <summary>Takes the token ahead.</summary>
    public SqliteToken Take() => _tokens[_at < _tokens.Count - 1 ? _at++ : _at];

    /// <summary>Takes these words if they stand ahead, all of them.</summary>
    public bool Accept(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
            if (_at + i >= _tokens.Count || !_tokens[_at + i].Is(words[i]))
                return false;
        _at += words.Length;
        return true;
    }

    /// <summary>Takes one word or mark.</summary>
    /// <exception cref="DatabaseException">Something else stands ahead.</exception>
    public void Expect(string word)
    {
        if (!Accept(word))
            throw Unexpected(word);
    }

    /// <summary>Takes a name, with or without quotes.</summary>
    /// <exception cref="DatabaseException">Something else stands ahead.</exception>
    public string Name() => Ahead.IsName ? Take().Value : throw Unexpected("a name");

    /// <summary>Takes what stands in parentheses, and gives it without them, as it was written.</summary>
    /// <exception cref="DatabaseException">No parenthesis stands ahead, or it is not closed.</exception>
    public string Parenthesised()
    {
        Expect("(");
        var start = LastEnd;
        while (!Ahead.Is(")"))
            SkipItem();
        var end = Ahead.Start;
        Expect(")");
        return sql[start..end].Trim();
    }

    /// <summary>Takes one token, or all of a parenthesis.</summary>
    /// <exception cref="DatabaseException">The statement ends.</exception>
    public void SkipItem()
    {
        if (Ahead.Kind is SqliteTokenKind.End)
            throw Unexpected("more");
        if (Ahead.Is("("))
            Parenthesised();
        else
            Take();
    }

    /// <summary>The statement's text from a position to the last token taken.</summary>
    public string TextFrom(int start) => sql[start..LastEnd].Trim();

    /// <summary>The error of SQL that SQLite understood and this reader does not.</summary>
    public DatabaseException Unexpected(string expected) =>
        new(
            "RT0315",
            $"SQLite's stored SQL has '{Ahead.Value}' at character {Ahead.Start + 1} where {expected} is expected: {sql}",
            "Please report this statement; until then drop and create the table without what stands there."
        );
}
