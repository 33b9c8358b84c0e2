namespace Retort;

/// <summary>
/// The queries of what PostgreSQL has no function to print: the statements are put together from the catalog as <c>pg_dump</c> does it.
/// </summary>
/// <param name="version">The server's <c>server_version_num</c>.</param>
/// <param name="scope">The condition on <c>n</c> (pg_namespace) of what is read.</param>
/// <param name="ofWanted">The condition that <c>c</c> (pg_class) is wanted, and with it what stands on it.</param>
internal sealed class PostgreSqlCarriedQueries(int version, string scope, string ofWanted)
{
    /// <summary>Everything that cannot be created before tables, views or foreign tables are there, as the addresses of pg_depend; for WITH RECURSIVE.</summary>
    public const string Needing = """
        needing (class, object) AS (
          SELECT 'pg_class'::regclass::oid, c.oid FROM pg_class AS c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.oid >= 16384
          UNION
          SELECT CASE WHEN c.oid IS NULL THEN d.classid ELSE 'pg_type'::regclass END, coalesce(c.reltype, d.objid)
          FROM needing AS y JOIN pg_depend AS d ON d.refclassid = y.class AND d.refobjid = y.object
            LEFT JOIN pg_class AS c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid AND c.relkind = 'c'
          WHERE c.oid IS NOT NULL OR d.classid IN ('pg_proc'::regclass, 'pg_type'::regclass, 'pg_operator'::regclass)
        )
        """;

    private static readonly string[] AggregateParts =
    [
        "'SFUNC = ' || a.aggtransfn",
        "'STYPE = ' || format_type(a.aggtranstype, NULL)",
        "'SSPACE = ' || nullif(a.aggtransspace, 0)",
        Function("FINALFUNC", "a.aggfinalfn"),
        Flag("FINALFUNC_EXTRA", "a.aggfinalextra"),
        $"'FINALFUNC_MODIFY = ' || {Modifies("a.aggfinalfn", "a.aggfinalmodify")}",
        Function("COMBINEFUNC", "a.aggcombinefn"),
        Function("SERIALFUNC", "a.aggserialfn"),
        Function("DESERIALFUNC", "a.aggdeserialfn"),
        "'INITCOND = ' || quote_literal(a.agginitval)",
        Function("MSFUNC", "a.aggmtransfn"),
        Function("MINVFUNC", "a.aggminvtransfn"),
        "'MSTYPE = ' || format_type(nullif(a.aggmtranstype, 0), NULL)",
        "'MSSPACE = ' || nullif(a.aggmtransspace, 0)",
        Function("MFINALFUNC", "a.aggmfinalfn"),
        Flag("MFINALFUNC_EXTRA", "a.aggmfinalextra"),
        $"'MFINALFUNC_MODIFY = ' || {Modifies("a.aggmfinalfn", "a.aggmfinalmodify")}",
        "'MINITCOND = ' || quote_literal(a.aggminitval)",
        $"'SORTOP = ' || {OperatorName("a.aggsortop")}",
        "'PARALLEL = ' || CASE f.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END",
        Flag("HYPOTHETICAL", "a.aggkind = 'h'"),
    ];

    private static readonly string[] OperatorParts =
    [
        "'FUNCTION = ' || o.oprcode",
        "'LEFTARG = ' || format_type(nullif(o.oprleft, 0), NULL)",
        "'RIGHTARG = ' || format_type(nullif(o.oprright, 0), NULL)",
        $"'COMMUTATOR = ' || {OperatorName("o.oprcom")}",
        $"'NEGATOR = ' || {OperatorName("o.oprnegate")}",
        Function("RESTRICT", "o.oprrest"),
        Function("JOIN", "o.oprjoin"),
        Flag("HASHES", "o.oprcanhash"),
        Flag("MERGES", "o.oprcanmerge"),
    ];

    private static readonly string[] RangeParts =
    [
        "'SUBTYPE = ' || format_type(r.rngsubtype, NULL)",
        """
            (SELECT format('SUBTYPE_OPCLASS = %I.%I', w.nspname, v.opcname) FROM pg_opclass AS v JOIN pg_namespace AS w ON w.oid = v.opcnamespace
             WHERE v.oid = r.rngsubopc AND NOT v.opcdefault)
            """,
        """
            (SELECT format('COLLATION = %I.%I', w.nspname, v.collname) FROM pg_collation AS v JOIN pg_namespace AS w ON w.oid = v.collnamespace
             WHERE v.oid = r.rngcollation AND r.rngcollation <> b.typcollation)
            """,
        Function("CANONICAL", "r.rngcanonical"),
        Function("SUBTYPE_DIFF", "r.rngsubdiff"),
    ];

    /// <summary>A range and its multirange have names of their own since PostgreSQL 14.</summary>
    private const string MultirangePart = """
        (SELECT format('MULTIRANGE_TYPE_NAME = %I.%I', w.nspname, v.typname) FROM pg_type AS v JOIN pg_namespace AS w ON w.oid = v.typnamespace
         WHERE v.oid = r.rngmultitypid)
        """;

    /// <summary>All of them: kind, schema, name, comment, statement, whether it needs tables, the name as COMMENT ON says it, and what it stands behind: its oid, or that of the newest that it needs.</summary>
    public string All =>
        string.Join("\nUNION ALL\n", Ranges, CompositeTypes, Aggregates, Operators, RowSecurity, Policies);

    /// <summary>A text where the object needs tables, else NULL.</summary>
    public static string After(string catalog, string oid) =>
        $"""
            CASE WHEN {oid} IN (SELECT g.object FROM needing AS g WHERE g.class = '{catalog}'::regclass) THEN ARRAY['after'] END
            """;

    /// <remarks>
    /// A function that makes ranges canonical takes the range and is part of it: both begin with a type that is only a name. One that
    /// subtracts bounds comes first; it sorts before a range of the same number.
    /// </remarks>
    private string Ranges =>
        $"""
            SELECT 'range', n.nspname::text, t.typname::text, obj_description(t.oid, 'pg_type'),
              CASE WHEN r.rngcanonical = 0 THEN '' ELSE format(E'CREATE TYPE %I.%I;\n%s;\n', n.nspname, t.typname,
                rtrim(pg_get_functiondef(nullif(r.rngcanonical::oid, 0)), E'\n')) END
              || format('CREATE TYPE %I.%I AS RANGE (%s)', n.nspname, t.typname, concat_ws(', ', {string.Join(
                ", ",
                version >= 140000 ? [.. RangeParts, MultirangePart] : RangeParts
            )}))
              || coalesce((SELECT format(E';\nCOMMENT ON FUNCTION %s IS %L', (pg_identify_object(w.classoid, w.objoid, 0)).identity, w.description)
                FROM pg_description AS w WHERE w.classoid = 'pg_proc'::regclass AND w.objoid = r.rngcanonical), ''),
              {After("pg_type", "t.oid")}, ARRAY[format('%I.%I', n.nspname, t.typname)],
              greatest(t.oid, r.rngcanonical, r.rngsubdiff)::bigint
            FROM pg_range AS r JOIN pg_type AS t ON t.oid = r.rngtypid JOIN pg_namespace AS n ON n.oid = t.typnamespace
              JOIN pg_type AS b ON b.oid = r.rngsubtype
            WHERE {Mine("pg_type", "t.oid")}
            """;

    private string CompositeTypes =>
        $"""
            SELECT 'composite type', n.nspname::text, t.typname::text, obj_description(t.oid, 'pg_type'),
              format('CREATE TYPE %I.%I AS (%s)', n.nspname, t.typname, e.attributes) || coalesce(e.comments, ''),
              {After("pg_type", "t.oid")}, ARRAY[format('%I.%I', n.nspname, t.typname)], t.oid::bigint
            FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace JOIN pg_class AS c ON c.oid = t.typrelid
              CROSS JOIN LATERAL (
                SELECT
                  string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                    || CASE WHEN a.attcollation <> y.typcollation THEN format(' COLLATE %I.%I', m.nspname, l.collname) ELSE '' END,
                    ', ' ORDER BY a.attnum) AS attributes,
                  string_agg(format(E';\nCOMMENT ON COLUMN %I.%I.%I IS %L',
                    n.nspname, t.typname, a.attname, col_description(c.oid, a.attnum)), '' ORDER BY a.attnum)
                    FILTER (WHERE col_description(c.oid, a.attnum) IS NOT NULL) AS comments
                FROM pg_attribute AS a JOIN pg_type AS y ON y.oid = a.atttypid
                  LEFT JOIN pg_collation AS l ON l.oid = a.attcollation LEFT JOIN pg_namespace AS m ON m.oid = l.collnamespace
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              ) AS e
            WHERE c.relkind = 'c' AND {Mine("pg_type", "t.oid")}
            """;

    private string Aggregates =>
        $"""
            SELECT 'aggregate', n.nspname, f.proname || s.identity, obj_description(f.oid, 'pg_proc'),
              format('CREATE AGGREGATE %I.%I%s (%s)', n.nspname, f.proname, s.arguments, concat_ws(', ', {string.Join(
                ", ",
                AggregateParts
            )})),
              {After("pg_proc", "f.oid")}, ARRAY[format('%I.%I%s', n.nspname, f.proname, s.identity)], f.oid::bigint
            FROM pg_aggregate AS a JOIN pg_proc AS f ON f.oid = a.aggfnoid JOIN pg_namespace AS n ON n.oid = f.pronamespace
              CROSS JOIN LATERAL (SELECT
                format('(%s)', coalesce(nullif(pg_get_function_arguments(f.oid), ''), '*')) AS arguments,
                format('(%s)', coalesce(nullif(pg_get_function_identity_arguments(f.oid), ''), '*')) AS identity) AS s
            WHERE {Mine("pg_proc", "f.oid")}
            """;

    /// <remarks>An operator that was first named by its commutator is older than its own function.</remarks>
    private string Operators =>
        $"""
            SELECT 'operator', n.nspname, o.oprname || s.identity, obj_description(o.oid, 'pg_operator'),
              format('CREATE OPERATOR %I.%s (%s)', n.nspname, o.oprname, concat_ws(', ', {string.Join(
                ", ",
                OperatorParts
            )})),
              {After("pg_operator", "o.oid")}, ARRAY[format('%I.%s%s', n.nspname, o.oprname, s.identity)], greatest(o.oprcode, o.oprrest, o.oprjoin)::oid::bigint
            FROM pg_operator AS o JOIN pg_namespace AS n ON n.oid = o.oprnamespace
              CROSS JOIN LATERAL (SELECT format('(%s, %s)', coalesce(format_type(nullif(o.oprleft, 0), NULL), 'NONE'),
                coalesce(format_type(nullif(o.oprright, 0), NULL), 'NONE')) AS identity) AS s
            WHERE o.oprcode <> 0 AND {Mine("pg_operator", "o.oid")}
            """;

    private string RowSecurity =>
        $"""
            SELECT 'row security', n.nspname, c.relname, NULL, concat_ws(E';\n',
              CASE WHEN c.relrowsecurity THEN format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY', n.nspname, c.relname) END,
              CASE WHEN c.relforcerowsecurity THEN format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY', n.nspname, c.relname) END),
              ARRAY['after'], NULL, 0::bigint
            FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE (c.relrowsecurity OR c.relforcerowsecurity) AND {ofWanted}
            """;

    private string Policies =>
        $"""
            SELECT 'policy', n.nspname, c.relname || '.' || p.polname, obj_description(p.oid, 'pg_policy'),
              format('CREATE POLICY %I ON %I.%I AS %s FOR %s TO %s', p.polname, n.nspname, c.relname,
                CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                (SELECT string_agg(CASE WHEN r.role = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r.role)) END, ', ' ORDER BY r.place)
                 FROM unnest(p.polroles) WITH ORDINALITY AS r(role, place)))
                || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''),
              ARRAY['after'], ARRAY[format('%I ON %I.%I', p.polname, n.nspname, c.relname)], p.oid::bigint
            FROM pg_policy AS p JOIN pg_class AS c ON c.oid = p.polrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE {ofWanted}
            """;

    private string Mine(string catalog, string oid) =>
        $"{scope} AND {PostgreSqlCatalogQueries.NoMember($"'{catalog}'::regclass", oid)}";

    /// <summary>NULL, which <c>concat_ws</c> leaves out, where there is no function: <c>pg_dump</c> writes none either.</summary>
    private static string Function(string word, string column) =>
        $"CASE WHEN {column} <> 0 THEN '{word} = ' || {column} END";

    private static string Flag(string word, string condition) => $"CASE WHEN {condition} THEN '{word}' END";

    private static string Modifies(string function, string column) =>
        $"CASE WHEN {function} <> 0 THEN CASE {column} WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END";

    private static string OperatorName(string oid) =>
        $"(SELECT format('OPERATOR(%I.%s)', w.nspname, v.oprname) FROM pg_operator AS v JOIN pg_namespace AS w ON w.oid = v.oprnamespace WHERE v.oid = {oid})";
}
