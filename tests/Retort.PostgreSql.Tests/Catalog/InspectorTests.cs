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
