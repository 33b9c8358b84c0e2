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

    private static async Task<MetaData> ReadAsync(TempDatabase database)
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        return await connection.Inspector.ReadAsync(cancellationToken: Cancellation);
    }
}
