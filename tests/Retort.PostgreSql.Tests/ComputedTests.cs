using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests;

/// <summary>A computed column whose expression changes is made anew, and loses nothing that stands on it.</summary>
public sealed class ComputedTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Row("J1.computed")]
    public async Task What_stands_on_a_computed_column_stays_when_its_expression_changes()
    {
        using var database = new TempDatabase();
        await database.Engine.CreateAllAsync(new MetaData(Table("id * 2")), Cancellation);
        database.Sql("INSERT INTO t (id) VALUES (5)");
        var declared = new MetaData(Table("id * 3"));

        var result = await CompareAsync(database, declared);
        Assert.Equal(["Detected computed expression change on column 't.twice'"], result.Detected);
        await RunAsync(database, result.Upgrade);

        Assert.Equal("15", database.Sql("SELECT twice FROM t").Trim());
        Assert.Empty((await CompareAsync(database, declared)).Detected);

        await RunAsync(database, result.Downgrade);
        Assert.Empty((await CompareAsync(database, new MetaData(Table("id * 2")))).Detected);
    }

    private static Table Table(string expression) =>
        new(
            "t",
            [
                Column("id", Integer(), nullable: false),
                Column("twice", Integer(), computed: Computed(expression, stored: true)),
                PrimaryKey("id"),
                Unique("twice"),
                Check("twice > 0", name: "ck_twice"),
            ],
            [
                TableIndex.On("ix_twice", "twice"),
                new TableIndex("ix_sum", [Sql("twice + 1")]),
                TableIndex.On("ix_id", "id") with
                {
                    Where = "twice > 3",
                },
            ]
        );

    private static async Task<AutogenerateResult> CompareAsync(TempDatabase database, MetaData declared)
    {
        var (found, _) = await database.ReadAsync();
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var norms = await database.Engine.Dialect.NormsAsync(connection.QueryAsync, declared, found, Cancellation);
        return Autogenerator.Compare(declared, found, database.Engine.Dialect, norms);
    }

    private static async Task RunAsync(TempDatabase database, IEnumerable<Operation> operations)
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        await connection.BeginAsync(Cancellation);
        await SchemaChanger.ExecuteAsync(connection, [.. operations.SelectMany(each => each.ToDdl())], Cancellation);
        await connection.CommitAsync(Cancellation);
    }
}
