namespace Retort;

/// <summary>Reads an index out of the CREATE INDEX statement that SQLite stores.</summary>
internal static class SqliteIndexParser
{
    /// <summary>The index of a statement.</summary>
    /// <exception cref="DatabaseException">The statement is not understood.</exception>
    public static TableIndex Parse(string name, string sql)
    {
        var tokens = new SqliteTokens(sql);
        tokens.Expect("CREATE");
        var unique = tokens.Accept("UNIQUE");
        while (!tokens.Accept("ON"))
            tokens.Take();
        tokens.Name();
        var elements = Elements(tokens);
        var where = tokens.Accept("WHERE") ? Rest(tokens) : null;
        return new TableIndex(name, [.. elements]) { Unique = unique, Where = where };
    }

    private static List<IndexElement> Elements(SqliteTokens tokens)
    {
        var elements = new List<IndexElement>();
        tokens.Expect("(");
        do elements.Add(Element(tokens));
        while (tokens.Accept(","));
        tokens.Expect(")");
        return elements;
    }

    /// <summary>A name alone is a column; everything else, a name with a collation too, is an expression.</summary>
    private static IndexElement Element(SqliteTokens tokens)
    {
        var first = tokens.Ahead;
        var items = 0;
        while (!tokens.Ahead.Is(",") && !tokens.Ahead.Is(")") && !IsOrder(tokens))
        {
            tokens.SkipItem();
            items++;
        }
        var text = items == 1 && first.IsName ? first.Value : Inner(tokens.TextFrom(first.Start));
        var descending = tokens.Accept("DESC");
        if (!descending)
            tokens.Accept("ASC");
        return new IndexElement(text, IsExpression: items != 1 || !first.IsName, descending);
    }

    /// <summary>An expression without the parentheses around the whole of it, which are written again.</summary>
    private static string Inner(string text)
    {
        var tokens = new SqliteTokens(text);
        if (!tokens.Ahead.Is("("))
            return text;
        var inner = tokens.Parenthesised();
        return tokens.Ahead.Kind is SqliteTokenKind.End ? Inner(inner) : text;
    }

    private static bool IsOrder(SqliteTokens tokens) =>
        (tokens.Ahead.Is("ASC") || tokens.Ahead.Is("DESC")) && (tokens.Second.Is(",") || tokens.Second.Is(")"));

    private static string Rest(SqliteTokens tokens)
    {
        var start = tokens.Ahead.Start;
        while (tokens.Ahead.Kind is not SqliteTokenKind.End && !tokens.Ahead.Is(";"))
            tokens.Take();
        return tokens.TextFrom(start);
    }
}
