namespace Retort.PostgreSql.Tests.Catalog;

/// <summary>What an inspector has no model for is named, so that nobody takes a copy for the whole.</summary>
public sealed class UnreadTests
{
    private const string Types = """
        CREATE TYPE mood AS ENUM ('a');
        CREATE FUNCTION number(mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE FUNCTION told() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
        CREATE TABLE t (x int, y text);
        CREATE SCHEMA s;
        CREATE SEQUENCE counter;
        """;

    private const string Base = """
        CREATE TYPE base;
        CREATE FUNCTION base_in(cstring) RETURNS base LANGUAGE internal IMMUTABLE STRICT AS 'textin';
        CREATE FUNCTION base_out(base) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
        CREATE TYPE base (INPUT = base_in, OUTPUT = base_out, LIKE = text)
        """;

    private const string Server = "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER far FOREIGN DATA WRAPPER w";

    [Theory]
    [InlineData("CREATE CAST (mood AS int) WITH FUNCTION number(mood)", "cast (public.mood AS integer)")]
    [InlineData("CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION told()", "event trigger e")]
    [InlineData("CREATE PUBLICATION \"P\" FOR TABLE t", "publication \"P\"")]
    [InlineData(
        "CREATE SUBSCRIPTION \"S\" CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false)",
        "subscription \"S\""
    )]
    [InlineData(Server, "foreign-data wrapper w")]
    [InlineData(Server, "server far")]
    [InlineData(Server + "; CREATE USER MAPPING FOR public SERVER far", "user mapping public on server far")]
    [InlineData(Server + "; CREATE FOREIGN TABLE f (x int) SERVER far", "foreign table public.f")]
    [InlineData(Server + "; GRANT USAGE ON FOREIGN SERVER far TO public", "grant on server far")]
    [InlineData(Server + "; GRANT USAGE ON FOREIGN DATA WRAPPER w TO public", "grant on foreign-data wrapper w")]
    [InlineData("CREATE COLLATION german (locale = 'C')", "collation public.german")]
    [InlineData("CREATE CONVERSION c FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8", "conversion public.c")]
    [InlineData("CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple)", "text search dictionary public.d")]
    [InlineData("CREATE TEXT SEARCH CONFIGURATION c (COPY = simple)", "text search configuration public.c")]
    [InlineData(
        "CREATE OPERATOR CLASS o FOR TYPE int USING hash AS OPERATOR 1 =, FUNCTION 1 hashint4(int)",
        "operator class public.o USING hash"
    )]
    [InlineData("CREATE OPERATOR FAMILY o USING btree", "operator family public.o USING btree")]
    [InlineData("CREATE LANGUAGE l HANDLER plpgsql_call_handler", "language l")]
    [InlineData("CREATE ACCESS METHOD a TYPE TABLE HANDLER heap_tableam_handler", "access method a")]
    [InlineData(Base, "type public.base")]
    [InlineData(
        "CREATE OPERATOR === (FUNCTION = int4eq, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ====)",
        "operator public.====(integer,integer)"
    )]
    [InlineData("CREATE TYPE hollow", "type public.hollow")]
    [InlineData("GRANT SELECT ON t TO public", "grant on table public.t")]
    [InlineData("GRANT SELECT (y) ON t TO public", "grant on table column public.t.y")]
    [InlineData("GRANT USAGE ON SEQUENCE counter TO public", "grant on sequence public.counter")]
    [InlineData("GRANT USAGE ON SCHEMA s TO public", "grant on schema s")]
    [InlineData("REVOKE USAGE ON SCHEMA public FROM public", "grant on schema public")]
    [InlineData("REVOKE EXECUTE ON FUNCTION number FROM public", "grant on function public.number(public.mood)")]
    [InlineData("REVOKE USAGE ON TYPE mood FROM public", "grant on type public.mood")]
    [InlineData("REVOKE USAGE ON LANGUAGE sql FROM public", "grant on language sql")]
    [InlineData(
        "ALTER DEFAULT PRIVILEGES IN SCHEMA s GRANT SELECT ON TABLES TO public",
        "default privileges for role postgres in schema s on tables"
    )]
    [InlineData(
        "INSERT INTO pg_seclabel VALUES ('t'::regclass, 'pg_class'::regclass, 0, 'dummy', 'secret')",
        "security label on table public.t"
    )]
    [Row("F2.postgresql-warnings")]
    public async Task What_has_no_model_and_is_not_carried_is_named(string sql, string named)
    {
        using var database = new TempDatabase();
        database.Sql($"{Types} {sql}");

        var (schema, queries) = await database.ReadAsync();

        Assert.Contains($"{named} is not read; it stays as it is", schema.Warnings);
        Assert.Equal(6, queries);
    }

    [Fact]
    [Row("F2.postgresql-warnings")]
    public async Task Nothing_is_named_of_what_is_read_or_as_the_server_made_it()
    {
        using var database = new TempDatabase();
        database.Sql(Types + "GRANT SELECT ON t TO public; REVOKE SELECT ON t FROM public");

        Assert.Empty((await database.ReadAsync()).Schema.Warnings);
    }

    [Theory]
    [InlineData("hstore")]
    [InlineData("citext")]
    [InlineData("postgres_fdw")]
    [InlineData("unaccent")]
    [InlineData("btree_gist")]
    [InlineData("pg_stat_statements")]
    [Row("F2.postgresql-warnings")]
    public async Task Nothing_is_named_of_what_an_extension_brings_along(string extension)
    {
        using var database = new TempDatabase();
        database.Sql($"CREATE EXTENSION {extension}");

        var (schema, _) = await database.ReadAsync();

        Assert.Empty(schema.Warnings);
        Assert.Equal([new ExtensionDefinition(extension)], schema.Objects);
    }

    [Fact]
    [Row("F2.postgresql-warnings")]
    public async Task What_stands_on_a_table_of_an_extension_is_the_extensions()
    {
        using var database = new TempDatabase();
        database.Sql(
            """
            CREATE EXTENSION citext;
            CREATE FOREIGN DATA WRAPPER w; CREATE SERVER far FOREIGN DATA WRAPPER w;
            CREATE FOREIGN TABLE f (x int) SERVER far;
            CREATE TABLE t (x int); CREATE POLICY p ON t USING (true);
            CREATE MATERIALIZED VIEW m AS SELECT 1 AS x; CREATE INDEX i ON m (x);
            ALTER EXTENSION citext ADD FOREIGN DATA WRAPPER w; ALTER EXTENSION citext ADD SERVER far;
            ALTER EXTENSION citext ADD FOREIGN TABLE f; ALTER EXTENSION citext ADD TABLE t;
            ALTER EXTENSION citext ADD MATERIALIZED VIEW m;
            """
        );

        var (schema, _) = await database.ReadAsync();

        Assert.Empty(schema.Warnings);
        Assert.Equal([new ExtensionDefinition("citext")], schema.Objects);
    }

    [Fact]
    [Row("F2.postgresql-warnings")]
    public async Task Whoever_may_connect_may_read()
    {
        using var database = new TempDatabase();
        database.Sql(
            $"""
            {Types} CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false);
            {Server}; CREATE USER MAPPING FOR public SERVER far;
            CREATE ROLE {database.Name} LOGIN
            """
        );
        using var engine = Engine.Create(
            PostgresCluster.Url(database.Name).Replace("postgres@", $"{database.Name}@", StringComparison.Ordinal)
        );
        await using var connection = await engine.ConnectAsync(
            ConnectionPurpose.Inspection,
            TestContext.Current.CancellationToken
        );

        var schema = await connection.Inspector.ReadAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("subscription s is not read; it stays as it is", schema.Warnings);
        Assert.Contains("user mapping public on server far is not read; it stays as it is", schema.Warnings);
    }
}
