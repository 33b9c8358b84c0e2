namespace Retort;

/// <summary>What can be said about SQLite as data.</summary>
internal static class SqliteSyntax
{
    /// <summary>Reserved words: all keywords of https://sqlite.org/lang_keywords.html, for which words an older or newer SQLite reserves differs.</summary>
    public static SqlSyntax Instance { get; } =
        new()
        {
            Dialect = "sqlite",
            ReservedWords = Keywords
                .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                .ToHashSet(),
            MaxParameters = 32766,
            MaxColumns = 2000, // https://sqlite.org/limits.html
            AlterTable = false,
            Comments = false,
            Schemas = false,
            Sequences = false,
            Now = "strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now')",
            LimitAll = "-1",
        };

    private const string Keywords = """
        abort action add after all alter always analyze and as asc attach autoincrement before begin between by
        cascade case cast check collate column commit conflict constraint create cross current current_date current_time
        current_timestamp database default deferrable deferred delete desc detach distinct do drop each else end escape except
        exclude exclusive exists explain fail filter first following for foreign from full generated glob group groups
        having if ignore immediate in index indexed initially inner insert instead intersect into is isnull join key last
        left like limit match materialized natural no not nothing notnull null nulls of offset on or order others outer over
        partition plan pragma preceding primary query raise range recursive references regexp reindex release rename
        replace restrict returning right rollback row rows savepoint select set table temp temporary then ties to
        transaction trigger unbounded union unique update using vacuum values view virtual when where window with without
        true false
        """;
}
