namespace Retort;

/// <summary>
/// The queries of the catalog (https://www.postgresql.org/docs/current/catalogs.html), each for all tables at once. Expressions come as
/// PostgreSQL prints them. What belongs to an extension is the extension's.
/// </summary>
/// <param name="version">The server's <c>server_version_num</c>.</param>
/// <param name="scope">The condition on <c>n</c> (pg_namespace) of what is read.</param>
/// <param name="tables">The condition on <c>c</c> (pg_class) of the tables that are wanted; null: everything is.</param>
internal sealed class PostgreSqlCatalogQueries(int version, string scope, string? tables)
{
    /// <summary>What the user has: no system schema, no other session's temporary tables.</summary>
    public const string Users = "n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'";

    private const string Kinds = "c.relkind IN ('r', 'p')";

    /// <summary>
    /// In front of a query: compiling these takes many times as long as running them. It holds until the end of the transaction, or of the
    /// query where none has begun.
    /// </summary>
    public const string Uncompiled = "SELECT set_config('jit', 'off', true);\n";

    /// <summary>The server's version and the schema of names that say none.</summary>
    public const string Session = "SELECT current_setting('server_version_num')::int, current_schema()";

    private string Wanted => $"{Kinds} AND {OfWanted}";

    /// <summary>The condition that <c>c</c> is wanted, and with it what stands on it.</summary>
    private string OfWanted => $"{scope} AND {tables ?? "true"} AND {NotOfExtension("pg_class", "c.oid")}";

    public string Tables =>
        $"""
            SELECT c.oid::bigint, n.nspname, c.relname, c.relkind::text, c.relpersistence::text, {Comment(
                "pg_class",
                "c.oid"
            )},
              array_to_string(c.reloptions, ', '), pg_get_partkeydef(c.oid),
              CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END,
              (SELECT array_agg(p.inhparent::regclass::text ORDER BY p.inhseqno) FROM pg_inherits AS p WHERE p.inhrelid = c.oid),
              s.spcname, (SELECT array_agg(p.inhparent::bigint) FROM pg_inherits AS p WHERE p.inhrelid = c.oid)
            FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace LEFT JOIN pg_tablespace AS s ON s.oid = c.reltablespace
            WHERE {Wanted}
            ORDER BY n.nspname, c.relname
            """;

    public string Columns =>
        $"""
            SELECT c.oid::bigint, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
              a.attidentity::text, a.attgenerated::text, CASE WHEN a.attcollation <> t.typcollation THEN o.collname END,
              {Comment(
                "pg_class",
                "c.oid",
                "a.attnum"
            )}, q.deptype::text, q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache, q.seqcycle,
              q.sequence, {PartitionColumn}
            FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
              JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              JOIN pg_type AS t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
              LEFT JOIN pg_collation AS o ON o.oid = a.attcollation
              LEFT JOIN (
                SELECT e.refobjid, e.refobjsubid, e.deptype, e.objid::regclass::text AS sequence, s.*
                FROM pg_depend AS e JOIN pg_sequence AS s ON s.seqrelid = e.objid
                WHERE e.classid = 'pg_class'::regclass AND e.refclassid = 'pg_class'::regclass AND e.deptype IN ('a', 'i')
              ) AS q ON q.refobjid = c.oid AND q.refobjsubid = a.attnum
              LEFT JOIN pg_inherits AS h ON h.inhrelid = c.oid AND c.relispartition
              LEFT JOIN pg_attribute AS w ON w.attrelid = h.inhparent AND w.attname = a.attname
              LEFT JOIN pg_attrdef AS f ON f.adrelid = w.attrelid AND f.adnum = w.attnum
            WHERE {Wanted}
            ORDER BY c.oid, a.attnum
            """;

    /// <summary>What a partition says of a column otherwise than the whole; NULL: nothing.</summary>
    private const string PartitionColumn = """
        CASE WHEN c.relispartition THEN quote_ident(a.attname) || ' ' || nullif(concat_ws(' ',
          CASE WHEN pg_get_expr(d.adbin, d.adrelid) IS DISTINCT FROM pg_get_expr(f.adbin, f.adrelid) THEN CASE a.attgenerated
            WHEN '' THEN 'DEFAULT ' || coalesce(pg_get_expr(d.adbin, d.adrelid), 'NULL')
            ELSE format('GENERATED ALWAYS AS (%s) %s', pg_get_expr(d.adbin, d.adrelid),
              CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END) END END,
          CASE WHEN a.attnotnull AND NOT w.attnotnull THEN 'NOT NULL' END), '') END
        """;

    public string Constraints =>
        $"""
            SELECT c.oid::bigint, k.conname, k.contype::text, {ColumnNames("k.conkey", "k.conrelid")},
              k.condeferrable, k.condeferred, k.convalidated, k.connoinherit, rn.nspname, r.relname, {ColumnNames(
                "k.confkey",
                "k.confrelid"
            )},
              k.confdeltype::text, k.confupdtype::text, k.confmatchtype::text, pg_get_expr(k.conbin, k.conrelid),
              {Comment("pg_constraint", "k.oid")}, k.conindid::bigint,
              (SELECT array_agg(x.operator::regoper::text ORDER BY x.position)
               FROM unnest(k.conexclop) WITH ORDINALITY AS x(operator, position))
            FROM pg_constraint AS k JOIN pg_class AS c ON c.oid = k.conrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
              LEFT JOIN pg_class AS r ON r.oid = k.confrelid LEFT JOIN pg_namespace AS rn ON rn.oid = r.relnamespace
            WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND k.conparentid = 0 AND (k.coninhcount = 0 OR NOT c.relispartition) AND {Wanted}
            ORDER BY c.oid, k.oid
            """;

    public string Indexes =>
        $"""
            SELECT c.oid::bigint, i.indexrelid::bigint, x.relname, m.amname, i.indisunique, pg_get_expr(i.indpred, i.indrelid),
              array_to_string(x.reloptions, ', '), s.spcname, {Comment("pg_class", "i.indexrelid")}, i.indnkeyatts::int,
              {(
                version >= 150000 ? "i.indnullsnotdistinct" : "false"
            )}, e.texts, e.expressions, e.options, e.classes, e.collations, i.indisvalid
            FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
              JOIN pg_class AS x ON x.oid = i.indexrelid JOIN pg_am AS m ON m.oid = x.relam
              LEFT JOIN pg_tablespace AS s ON s.oid = x.reltablespace
              CROSS JOIN LATERAL (
                SELECT
                  array_agg(CASE WHEN p.attribute = 0 THEN pg_get_indexdef(i.indexrelid, p.position::int, false) ELSE a.attname END
                    ORDER BY p.position) AS texts,
                  array_agg(p.attribute = 0 ORDER BY p.position) AS expressions,
                  array_agg(coalesce(i.indoption[p.position - 1], 0)::int ORDER BY p.position) AS options,
                  array_agg(CASE WHEN NOT o.opcdefault THEN o.opcname END ORDER BY p.position) AS classes,
                  array_agg(CASE WHEN l.oid <> coalesce(nullif(a.attcollation, 0), nullif(b.attcollation, 0), l.oid)
                    OR p.attribute = 0 AND l.collname <> 'default' THEN l.collname END ORDER BY p.position) AS collations
                FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS p(attribute, position)
                  LEFT JOIN LATERAL {One("pg_attribute", "y.attrelid = i.indrelid AND y.attnum = p.attribute AND p.attribute <> 0")} AS a ON true
                  LEFT JOIN LATERAL {One("pg_attribute", "y.attrelid = i.indexrelid AND y.attnum = p.position AND p.attribute <> 0")} AS b ON true
                  LEFT JOIN LATERAL {One("pg_opclass", "y.oid = i.indclass[p.position - 1]")} AS o ON true
                  LEFT JOIN LATERAL {One("pg_collation", "y.oid = i.indcollation[p.position - 1]")} AS l ON true
              ) AS e
            WHERE NOT x.relispartition AND {Wanted}
            ORDER BY c.oid, x.relname
            """;

    /// <summary>Everything that is no table, one kind after the other: kind, schema, name, comment, and texts that mean what the kind says.</summary>
    public string Objects =>
        $"""
            WITH RECURSIVE {PostgreSqlCarriedQueries.Needing}
            SELECT 'schema', n.nspname::text, n.nspname::text, obj_description(n.oid, 'pg_namespace'), ''::text, NULL::text[], NULL::text[], n.oid::bigint
            FROM pg_namespace AS n WHERE {scope} AND n.nspname <> 'public' AND {NotOfExtension("pg_namespace", "n.oid")}
            UNION ALL
            SELECT 'extension', n.nspname, e.extname, NULL, e.extversion, NULL, NULL, e.oid::bigint
            FROM pg_extension AS e JOIN pg_namespace AS n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql'
            UNION ALL
            SELECT 'enum', n.nspname, t.typname, obj_description(t.oid, 'pg_type'), format_type(t.oid, NULL),
              array_agg(e.enumlabel::text ORDER BY e.enumsortorder), NULL, t.oid::bigint
            FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace JOIN pg_enum AS e ON e.enumtypid = t.oid
            WHERE {scope} AND {NotOfExtension("pg_type", "t.oid")} GROUP BY n.nspname, t.typname, t.oid
            UNION ALL
            SELECT 'domain', n.nspname, t.typname, obj_description(t.oid, 'pg_type'), format_type(t.typbasetype, t.typtypmod),
              ARRAY[t.typdefault, CASE WHEN t.typnotnull THEN 'NOT NULL' END,
                CASE WHEN t.typcollation <> b.typcollation THEN o.collname END],
              (SELECT array_agg(v.item ORDER BY k.conname, v.place) FROM pg_constraint AS k
                 CROSS JOIN LATERAL unnest(ARRAY[k.conname::text, pg_get_expr(k.conbin, 0)]) WITH ORDINALITY AS v(item, place)
               WHERE k.contypid = t.oid AND k.contype = 'c'), t.oid::bigint
            FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace JOIN pg_type AS b ON b.oid = t.typbasetype
              LEFT JOIN pg_collation AS o ON o.oid = t.typcollation
            WHERE t.typtype = 'd' AND {scope} AND {NotOfExtension("pg_type", "t.oid")}
            UNION ALL
            SELECT 'sequence', n.nspname, c.relname, obj_description(c.oid, 'pg_class'), format_type(s.seqtypid, NULL),
              ARRAY[s.seqstart::text, s.seqincrement::text, s.seqmin::text, s.seqmax::text, s.seqcache::text, s.seqcycle::text], NULL, c.oid::bigint
            FROM pg_sequence AS s JOIN pg_class AS c ON c.oid = s.seqrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE {scope} AND {NotOfExtension("pg_class", "c.oid")} AND NOT EXISTS (SELECT * FROM pg_depend AS d
              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i'))
            UNION ALL
            SELECT CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END, n.nspname, c.relname,
              obj_description(c.oid, 'pg_class'), pg_get_viewdef(c.oid), NULL, NULL, c.oid::bigint
            FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('v', 'm') AND {OfWanted}
            UNION ALL
            SELECT CASE f.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, n.nspname,
              f.proname || '(' || pg_get_function_identity_arguments(f.oid) || ')', obj_description(f.oid, 'pg_proc'),
              pg_get_functiondef(f.oid),
              {PostgreSqlCarriedQueries.After("pg_proc", "f.oid")}, {Identity("pg_proc", "f.oid")}, f.oid::bigint
            FROM pg_proc AS f JOIN pg_namespace AS n ON n.oid = f.pronamespace
            WHERE f.prokind IN ('f', 'p', 'w') AND {scope} AND {NotOfExtension("pg_proc", "f.oid")}
              AND NOT EXISTS (SELECT * FROM pg_depend AS u WHERE u.classid = 'pg_proc'::regclass AND u.objid = f.oid AND u.deptype = 'i')
              AND NOT EXISTS (SELECT FROM pg_range AS r WHERE r.rngcanonical = f.oid)
            UNION ALL
            SELECT 'trigger', n.nspname, c.relname || '.' || g.tgname, obj_description(g.oid, 'pg_trigger'), pg_get_triggerdef(g.oid), ARRAY['after'], {Identity(
                "pg_trigger",
                "g.oid"
            )}, g.oid::bigint
            FROM pg_trigger AS g JOIN pg_class AS c ON c.oid = g.tgrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE NOT g.tgisinternal AND {OfNoWhole} AND {OfWanted}
            UNION ALL
            SELECT 'rule', n.nspname, c.relname || '.' || r.rulename, obj_description(r.oid, 'pg_rewrite'), pg_get_ruledef(r.oid), ARRAY['after'], {Identity(
                "pg_rewrite",
                "r.oid"
            )}, r.oid::bigint
            FROM pg_rewrite AS r JOIN pg_class AS c ON c.oid = r.ev_class JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE r.rulename <> '_RETURN' AND {OfWanted}
            UNION ALL
            SELECT 'statistics', s.nspname, x.stxname, obj_description(x.oid, 'pg_statistic_ext'), pg_get_statisticsobjdef(x.oid), ARRAY['after'], {Identity(
                "pg_statistic_ext",
                "x.oid"
            )}, x.oid::bigint
            FROM pg_statistic_ext AS x JOIN pg_namespace AS s ON s.oid = x.stxnamespace
              JOIN pg_class AS c ON c.oid = x.stxrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE {OfWanted} AND {NotOfExtension("pg_statistic_ext", "x.oid")}
            UNION ALL
            {new PostgreSqlCarriedQueries(version, scope, OfWanted).All}
            UNION ALL
            SELECT 'index', n.nspname, x.relname, obj_description(x.oid, 'pg_class'), pg_get_indexdef(x.oid), ARRAY['after'], {Identity("pg_class", "x.oid")}, x.oid::bigint
            FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
              JOIN pg_class AS x ON x.oid = i.indexrelid
            WHERE c.relkind = 'm' AND {OfWanted}
            UNION ALL
            {PostgreSqlUnread.Queries(scope, tables)}
            ORDER BY 8, 1, 5, 3
            """;

    /// <summary>A trigger of a partitioned table is one of each partition too; before PostgreSQL 15 those are internal.</summary>
    private string OfNoWhole => version >= 150000 ? "g.tgparentid = 0" : "true";

    /// <summary>The object as COMMENT ON names it.</summary>
    private static string Identity(string catalog, string oid) =>
        $"ARRAY[(pg_identify_object('{catalog}'::regclass, {oid}, 0)).identity]";

    private static string NotOfExtension(string catalog, string oid) => NoMember($"'{catalog}'::regclass", oid);

    /// <summary>The condition that no extension brought something along.</summary>
    /// <param name="catalog">The oid of the catalog that has it.</param>
    /// <param name="oid">Its oid.</param>
    public static string NoMember(string catalog, string oid) =>
        $"NOT EXISTS (SELECT FROM pg_depend AS z WHERE z.classid = {catalog} AND z.objid = {oid} AND z.deptype = 'e')";

    /// <summary>One row by its index: for a join, PostgreSQL would read all that a catalog has of a table, or all of it, each time.</summary>
    private static string One(string catalog, string condition) =>
        $"(SELECT * FROM {catalog} AS y WHERE {condition} LIMIT 1)";

    /// <summary>The comment; <c>obj_description</c> is not written into the query and takes many times as long.</summary>
    private static string Comment(string catalog, string oid, string column = "0") =>
        $"(SELECT y.description FROM pg_description AS y WHERE y.classoid = '{catalog}'::regclass AND y.objoid = {oid} AND y.objsubid = {column})";

    private static string ColumnNames(string numbers, string table) =>
        $"""
            (SELECT array_agg((SELECT a.attname::text FROM pg_attribute AS a WHERE a.attrelid = {table} AND a.attnum = u.number)
               ORDER BY u.position) FROM unnest({numbers}) WITH ORDINALITY AS u(number, position))
            """;
}
