using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests;

/// <summary>Tables that need each other: neither can be created, or dropped, with its key before the other.</summary>
public sealed class CycleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static MetaData Cycle { get; } =
        new(
            new Table(
                "one",
                [
                    Column("id", Integer(), nullable: false),
                    Column("two_id", Integer()),
                    PrimaryKey("id"),
                    ForeignKey("two_id", "two", "id"),
                ]
            ),
            new Table(
                "two",
                [
                    Column("id", Integer(), nullable: false),
                    Column("one_id", Integer()),
                    PrimaryKey("id"),
                    ForeignKey("one_id", "one", "id"),
                ]
            )
        );

    [Fact]
    [Row("J4.cycles")]
    public async Task Tables_that_need_each_other_are_created_and_dropped_by_a_generated_revision()
    {
        using var database = new TempDatabase();
        var (empty, _) = await database.ReadAsync();
        var created = Autogenerator.Compare(Cycle, empty, database.Engine.Dialect);

        await RunAsync(database, created.Upgrade);
        var (found, _) = await database.ReadAsync();
        Assert.Empty(Autogenerator.Compare(Cycle, found, database.Engine.Dialect).Detected);

        var dropped = Autogenerator.Compare(new MetaData(), found, database.Engine.Dialect);
        await RunAsync(database, dropped.Upgrade);
        Assert.Empty((await database.ReadAsync()).Schema.Tables);

        await RunAsync(database, dropped.Downgrade);
        Assert.Empty(
            Autogenerator.Compare(Cycle, (await database.ReadAsync()).Schema, database.Engine.Dialect).Detected
        );

        await RunAsync(database, created.Downgrade);
        Assert.Empty((await database.ReadAsync()).Schema.Tables);
    }

    private static async Task RunAsync(TempDatabase database, IEnumerable<Operation> operations)
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        await connection.BeginAsync(Cancellation);
        await SchemaChanger.ExecuteAsync(connection, [.. operations.SelectMany(each => each.ToDdl())], Cancellation);
        await connection.CommitAsync(Cancellation);
    }
}
