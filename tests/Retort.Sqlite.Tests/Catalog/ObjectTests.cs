namespace Retort.Sqlite.Tests.Catalog;

public sealed class ObjectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Row("F2.sqlite-views-and-triggers")]
    public async Task Views_and_triggers_are_read_and_can_be_created_elsewhere()
    {
        using var source = new TempDatabase();
        using var copy = new TempDatabase();
        source.Run(
            "CREATE TABLE t (id INTEGER PRIMARY KEY, n INT)",
            "CREATE TRIGGER \"after t\" AFTER INSERT ON t BEGIN UPDATE t SET n = 1; SELECT ';'; END",
            "create view v as select n from t -- all\n",
            "CREATE VIEW w AS SELECT n FROM v"
        );

        var read = await ReadAsync(source);
        await copy.Engine.CreateAllAsync(read, Cancellation);

        Assert.Equal(["trigger after t", "view v", "view w"], read.Objects.Select(each => $"{each.Kind} {each.Name}"));
        Assert.Equal(read.Objects, (await ReadAsync(copy)).Objects);
    }

    [Fact]
    [Row("F2.sqlite-named-tables")]
    public async Task Of_named_tables_only_their_triggers_are_read()
    {
        using var database = new TempDatabase();
        database.Run(
            "CREATE TABLE t (id INTEGER PRIMARY KEY)",
            "CREATE TABLE u (id INTEGER PRIMARY KEY)",
            "CREATE TRIGGER of_t AFTER INSERT ON T BEGIN SELECT 1; END",
            "CREATE TRIGGER of_u AFTER INSERT ON u BEGIN SELECT 1; END",
            "CREATE VIEW v AS SELECT id FROM t",
            "CREATE VIRTUAL TABLE w USING fts5(x)"
        );

        var read = await ReadAsync(database, new CatalogRequest { Tables = ["t"] });

        Assert.Equal(["trigger of_t"], read.Objects.Select(each => $"{each.Kind} {each.Name}"));
    }

    [Fact]
    [Row("F2.sqlite-named-tables")]
    public async Task A_whole_schema_can_be_created_again_where_it_is()
    {
        using var database = new TempDatabase();
        database.Run("CREATE TABLE t (id INTEGER PRIMARY KEY)", "CREATE VIEW v AS SELECT id FROM t");
        var read = await ReadAsync(database);

        await database.Engine.CreateAllAsync(read, Cancellation);

        Assert.Equal(read.Objects, (await ReadAsync(database)).Objects);
    }

    private static async Task<MetaData> ReadAsync(TempDatabase database, CatalogRequest? request = null)
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        return await connection.Inspector.ReadAsync(request, Cancellation);
    }
}
