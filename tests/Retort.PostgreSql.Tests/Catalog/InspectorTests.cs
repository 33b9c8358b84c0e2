namespace Retort.PostgreSql.Tests.Catalog;

public sealed class InspectorTests
{
    [Fact]
    [Row("F2.postgresql-queries")]
    public async Task A_schema_is_read_in_six_queries_however_many_tables_there_are()
    {
        using var database = new TempDatabase();
        database.Sql(
            """
            DO $$ BEGIN FOR i IN 1..60 LOOP
              EXECUTE format('CREATE TABLE t%s (id serial PRIMARY KEY, a int UNIQUE, b text, t int REFERENCES t%s)', i, greatest(1, i - 1));
              EXECUTE format('CREATE INDEX ON t%s (b)', i);
            END LOOP; END $$
            """
        );

        var (schema, queries) = await database.ReadAsync();

        Assert.Equal(60, schema.Tables.Count);
        Assert.Equal(6, queries);
    }

    [Fact]
    [Row("F2.postgresql-named-tables")]
    public async Task Only_the_tables_that_were_asked_for_are_read()
    {
        using var database = new TempDatabase();
        database.Sql("CREATE SCHEMA s; CREATE TABLE a (x int); CREATE TABLE s.a (y int); CREATE TABLE \"B\" (z int)");

        var (schema, _) = await database.ReadAsync(new() { Tables = [new("a", "s"), new("B"), new("none")] });

        Assert.Equal(["B", "s.a"], schema.Tables.Select(table => table.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Row("F2.postgresql-named-tables")]
    public async Task What_stands_on_the_tables_that_were_asked_for_is_read_and_of_others_nothing()
    {
        using var database = new TempDatabase();
        database.Sql(
            """
            CREATE TYPE mood AS ENUM ('ok');
            CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
            """
        );
        foreach (var table in (string[])["a", "b"])
            database.Sql(
                $"""
                CREATE TABLE {table} (x int, y int);
                CREATE TRIGGER touched BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION touch();
                CREATE RULE nothing AS ON DELETE TO {table} DO INSTEAD NOTHING;
                CREATE STATISTICS stat_{table} ON x, y FROM {table};
                ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; CREATE POLICY mine ON {table} USING (true);
                GRANT SELECT ON {table} TO public; GRANT SELECT (x) ON {table} TO public;
                INSERT INTO pg_seclabel VALUES ('{table}'::regclass, 'pg_class'::regclass, 0, 'dummy', 'secret');
                CREATE VIEW view_{table} AS SELECT * FROM {table};
                CREATE MATERIALIZED VIEW stored_{table} AS SELECT * FROM {table}; CREATE INDEX ON stored_{table} (x);
                """
            );
        database.Sql("CREATE COLLATION german (locale = 'C')");

        var (schema, _) = await database.ReadAsync(new() { Tables = ["a"] });

        Assert.Equal(
            [
                "enum mood",
                "function touch()",
                "policy a.mine",
                "row security a",
                "rule a.nothing",
                "statistics stat_a",
                "trigger a.touched",
            ],
            schema.Objects.Select(each => $"{each.Kind} {each.Name}").Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["grant on table column public.a.x", "grant on table public.a", "security label on table public.a"],
            schema.Warnings.Select(text => text.Split(" is not")[0]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    [Row("F2.postgresql-named-tables")]
    public async Task A_whole_schema_can_be_created_again_where_it_is()
    {
        using var database = new TempDatabase();
        database.Sql(
            "CREATE TABLE a (x int); CREATE VIEW v AS SELECT x FROM a; CREATE UNLOGGED TABLE u (x int); CREATE TYPE mood AS ENUM ('ok')"
        );
        var (schema, _) = await database.ReadAsync();

        await database.Engine.CreateAllAsync(schema, TestContext.Current.CancellationToken);

        Assert.Equal(schema.Objects, (await database.ReadAsync()).Schema.Objects);
    }

    [Fact]
    [Row("F2.postgresql-extensions")]
    public async Task What_an_extension_brings_along_is_the_extensions()
    {
        using var database = new TempDatabase();
        database.Sql("CREATE EXTENSION citext; CREATE TABLE t (name citext)");

        var (schema, _) = await database.ReadAsync();

        Assert.Equal([new ExtensionDefinition("citext")], schema.Objects);
        Assert.Equal("citext", schema.Tables.Single().Columns.Single().Type.Sql);
    }
}
