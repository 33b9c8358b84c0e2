namespace Retort;

/// <summary>A kind of thing that is neither read nor carried: each of it is named in a warning.</summary>
/// <param name="Catalog">The catalog that has it; its rows are <c>x</c>.</param>
internal sealed record PostgreSqlUnread(string Catalog)
{
    /// <summary>What there is, beside what Retort reads.</summary>
    private static IReadOnlyList<PostgreSqlUnread> All { get; } =
    [
        OfDatabase("pg_cast"),
        OfDatabase("pg_event_trigger"),
        OfDatabase("pg_publication"),
        OfDatabase("pg_foreign_data_wrapper"),
        OfDatabase("pg_foreign_server"),
        OfDatabase("pg_language"),
        OfDatabase("pg_transform"),
        OfDatabase("pg_am") with
        {
            Words = "'access method'",
        },
        new("pg_user_mappings") { Class = "'pg_user_mapping'::regclass", Id = "x.umid" },
        new("pg_default_acl") { Words = "'default privileges'" },
        InSchema("pg_collation", "x.collnamespace"),
        InSchema("pg_conversion", "x.connamespace"),
        InSchema("pg_ts_config", "x.cfgnamespace"),
        InSchema("pg_ts_dict", "x.dictnamespace"),
        InSchema("pg_ts_parser", "x.prsnamespace"),
        InSchema("pg_ts_template", "x.tmplnamespace"),
        InSchema("pg_opclass", "x.opcnamespace"),
        InSchema("pg_opfamily", "x.opfnamespace"),
        // An operator that is only named as the commutator of another one.
        InSchema("pg_operator", "x.oprnamespace") with
        {
            Condition = "x.oprcode = 0",
        },
        InSchema("pg_class", "x.relnamespace") with
        {
            Condition = "x.relkind = 'f'",
        },
        InSchema("pg_type", "x.typnamespace") with
        {
            Join = "LEFT JOIN pg_type AS e ON e.oid = x.typelem AND e.typarray = x.oid",
            Condition = IsBaseType,
        },
        Grant(
            "pg_class",
            "x.relnamespace",
            "x.relacl",
            "CASE x.relkind WHEN 'S' THEN 's' ELSE 'r' END",
            "x.relowner"
        ) with
        {
            Table = "x.oid",
        },
        Grant("pg_proc", "x.pronamespace", "x.proacl", "'f'", "x.proowner"),
        Grant("pg_type", "x.typnamespace", "x.typacl", "'T'", "x.typowner"),
        Grant("pg_namespace", "x.oid", "x.nspacl", "'n'", "x.nspowner"),
        Grant("pg_language", null, "x.lanacl", "'l'", "x.lanowner"),
        Grant("pg_foreign_data_wrapper", null, "x.fdwacl", "'F'", "x.fdwowner"),
        Grant("pg_foreign_server", null, "x.srvacl", "'S'", "x.srvowner"),
        InSchema("pg_attribute", "(SELECT c.relnamespace FROM pg_class AS c WHERE c.oid = x.attrelid)") with
        {
            Words = GrantWords,
            Class = "'pg_class'::regclass",
            Id = "x.attrelid",
            Table = "x.attrelid",
            Part = "x.attnum",
            Condition = "x.attacl <> '{}'",
        },
        new("pg_seclabel")
        {
            Words = "'security label on ' || i.type",
            Class = "x.classoid",
            Id = "x.objoid",
            Part = "x.objsubid",
            Table = "CASE x.classoid WHEN 'pg_class'::regclass THEN x.objoid END",
        },
    ];

    /// <summary>The queries of all kinds, or of those that stand on tables where only such are read.</summary>
    /// <param name="scope">The condition on <c>n</c> (pg_namespace) of what is read.</param>
    /// <param name="tables">The condition on <c>c</c> (pg_class) of the tables that are wanted; null: everything is.</param>
    public static string Queries(string scope, string? tables) =>
        string.Join(
            "\nUNION ALL\n",
            tables is null
                ? [.. All.Select(kind => kind.Query(kind.InScope(scope))), Subscriptions]
                : All.Where(kind => kind.Table is not null).Select(kind => kind.Query(kind.OnWanted(scope, tables)))
        );

    /// <summary>Subscriptions, of which not everybody may see more than the name.</summary>
    private const string Subscriptions = """
        SELECT 'unknown', NULL, quote_ident(x.subname), NULL, 'subscription', NULL, NULL, 0::bigint
        FROM pg_subscription AS x JOIN pg_database AS d ON d.oid = x.subdbid WHERE d.datname = current_database()
        """;

    /// <summary>What a server numbers from here on was created by a user (FirstNormalObjectId of PostgreSQL's sources).</summary>
    private const string IsUsers = "x.oid >= 16384";

    /// <summary>A type by functions of its own, or one that is only a name so far; the array of another one is none.</summary>
    private const string IsBaseType = "(NOT x.typisdefined OR x.typtype = 'b' AND e.oid IS NULL)";

    private const string GrantWords = "'grant on ' || i.type";

    /// <summary>What a person calls it; PostgreSQL's own words where nothing else is said.</summary>
    private string Words { get; init; } = "i.type";

    /// <summary>The schema that it is in; null: it is in none.</summary>
    private string? Schema { get; init; }

    /// <summary>The table that it is or stands on; null: it is none of a table.</summary>
    private string? Table { get; init; }

    /// <summary>With <see cref="Id"/> and <see cref="Part"/> the address by which <c>pg_identify_object</c> finds it.</summary>
    private string Class { get; init; } = $"'{Catalog}'::regclass";

    private string Id { get; init; } = "x.oid";

    private string Part { get; init; } = "0";

    /// <summary>What its condition looks at beside it: a join, because the planner counts subqueries as dear and compiles the whole query.</summary>
    private string Join { get; init; } = "";

    private string Condition { get; init; } = "true";

    /// <summary>The query of all of it that no extension brought along.</summary>
    private string Query(string isRead) =>
        $"""
            SELECT 'unknown', NULL, i.identity, NULL, {Words}, NULL, NULL, 0::bigint
            FROM {Catalog} AS x {Join} CROSS JOIN LATERAL pg_identify_object({Class}, {Id}, {Part}) AS i
            WHERE {Condition} AND {isRead} AND i.identity IS NOT NULL AND {PostgreSqlCatalogQueries.NoMember(Class, Id)}
            """;

    private string InScope(string scope) =>
        Schema is null ? "true" : $"EXISTS (SELECT FROM pg_namespace AS n WHERE n.oid = {Schema} AND {scope})";

    private string OnWanted(string scope, string tables) =>
        $"""
            EXISTS (SELECT FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace WHERE c.oid = {Table} AND {scope} AND {tables})
            """;

    private static PostgreSqlUnread OfDatabase(string catalog) => new(catalog) { Condition = IsUsers };

    private static PostgreSqlUnread InSchema(string catalog, string schema) => new(catalog) { Schema = schema };

    /// <summary>Who may do what, where that is neither what the server began with nor what it gives to something new.</summary>
    private static PostgreSqlUnread Grant(string catalog, string? schema, string granted, string kind, string owner) =>
        new(catalog)
        {
            Words = GrantWords,
            Schema = schema,
            Join =
                $"LEFT JOIN pg_init_privs AS g ON g.classoid = '{catalog}'::regclass AND g.objoid = x.oid AND g.objsubid = 0",
            Condition =
                $"{granted} IS NOT NULL AND NOT ({granted} @> {Usual(kind, owner)} AND {granted} <@ {Usual(kind, owner)})",
        };

    private static string Usual(string kind, string owner) =>
        $"coalesce(g.initprivs, acldefault(({kind})::\"char\", {owner}))";
}
