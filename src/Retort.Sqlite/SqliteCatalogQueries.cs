namespace Retort;

/// <summary>The query of the catalog: everything in it with the statement that it was created by, and the kind of the table that it belongs to.</summary>
internal static class SqliteCatalogQueries
{
    /// <summary>The first version with PRAGMA table_list (https://sqlite.org/pragma.html#pragma_table_list), as SQLite writes numbers of versions.</summary>
    public const int TableListVersion = 3_037_000;

    /// <summary>SQLite says itself which tables are virtual, and which are the shadows that those keep their rows in.</summary>
    private const string KindsOfTableList = """
        kinds (name, kind) AS MATERIALIZED (SELECT name, type FROM pragma_table_list WHERE schema = 'main')
        """;

    /// <summary>
    /// A shadow is named by its virtual table and one of the words of SQLite's own modules: fts3 and fts4, fts5, rtree
    /// (https://sqlite.org/vtab.html#xshadowname).
    /// </summary>
    private const string KindsOfNames = """
        suffixes (suffix) AS (VALUES ('content'), ('docsize'), ('segdir'), ('segments'), ('stat'), ('config'), ('data'), ('idx'),
          ('node'), ('parent'), ('rowid')),
        kinds (name, kind) AS MATERIALIZED (
          SELECT name, CASE WHEN sql LIKE 'CREATE VIRTUAL TABLE %' THEN 'virtual'
            WHEN lower(name) IN (SELECT lower(v.name) || '_' || suffix FROM sqlite_master AS v, suffixes WHERE v.sql LIKE 'CREATE VIRTUAL TABLE %')
              THEN 'shadow'
            ELSE type END
          FROM sqlite_master WHERE type IN ('table', 'view'))
        """;

    /// <summary>Type, name, table, statement and kind of table. What SQLite made for itself has a name of its own or no statement.</summary>
    /// <param name="version">The number of SQLite's version.</param>
    public static string Schema(int version) =>
        $"""
            WITH {(version >= TableListVersion ? KindsOfTableList : KindsOfNames)}
            SELECT m.type, m.name, m.tbl_name, m.sql, k.kind
            FROM sqlite_master AS m JOIN kinds AS k ON k.name = m.tbl_name COLLATE NOCASE
            WHERE m.sql IS NOT NULL AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND k.kind <> 'shadow'
            ORDER BY m.rowid
            """;
}
