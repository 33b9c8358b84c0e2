namespace Retort;

/// <summary>Reads a view out of the CREATE VIEW statement that SQLite stores.</summary>
internal static class SqliteViewParser
{
    /// <summary>The view of a statement.</summary>
    /// <exception cref="DatabaseException">The statement is not understood.</exception>
    public static ViewDefinition Parse(string name, string sql)
    {
        var tokens = new SqliteTokens(sql);
        tokens.Expect("CREATE");
        tokens.Expect("VIEW");
        tokens.Name();
        var columns = tokens.Accept("(") ? Columns(tokens) : [];
        tokens.Expect("AS");
        return new ViewDefinition(new TableName(name), sql[tokens.Ahead.Start..].TrimEnd().TrimEnd(';').TrimEnd())
        {
            Columns = [.. columns],
        };
    }

    private static List<string> Columns(SqliteTokens tokens)
    {
        var columns = new List<string>();
        do columns.Add(tokens.Name());
        while (tokens.Accept(","));
        tokens.Expect(")");
        return columns;
    }
}
