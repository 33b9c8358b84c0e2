namespace Retort;

/// <summary>What can be said about PostgreSQL as data.</summary>
internal static class PostgreSqlSyntax
{
    /// <summary>The words that PostgreSQL's own <c>quote_ident</c> quotes: all of <c>pg_get_keywords()</c> but the unreserved ones.</summary>
    public static SqlSyntax Instance { get; } =
        new()
        {
            Dialect = "postgresql",
            ReservedWords = Keywords
                .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                .ToHashSet(),
            ParameterPrefix = "$",
            FirstParameter = 1,
            MaxParameters = 65535,
            MaxNameBytes = 63, // https://www.postgresql.org/docs/current/limits.html
            MaxColumns = 1600,
            FailureAbortsTransaction = true,
            OnlineDdl = true,
            EnumTypes = true,
            Domains = true,
            Extensions = true,
            Arrays = true,
            Now = "now()",
        };

    private const string Keywords = """
        all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
        case cast char character check coalesce collate collation column concurrently constraint create cross
        current_catalog current_date current_role current_schema current_time current_timestamp current_user
        dec decimal default deferrable desc distinct do else end except exists extract
        false fetch float for foreign freeze from full grant greatest group grouping having
        ilike in initially inner inout int integer intersect interval into is isnull join
        lateral leading least left like limit localtime localtimestamp national natural nchar none normalize not notnull null nullif numeric
        offset on only or order out outer overlaps overlay placing position precision primary
        real references returning right row select session_user setof similar smallint some substring symmetric
        table tablesample then time timestamp to trailing treat trim true union unique user using
        values varchar variadic verbose when where window with
        xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
        """;
}
