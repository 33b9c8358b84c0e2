using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests;

/// <summary>Values of a column that gets another type.</summary>
public sealed class ConversionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Row("I1.conversion")]
    public async Task Text_that_is_too_long_for_its_new_type_is_not_cut()
    {
        using var database = new TempDatabase();
        database.Sql("CREATE TABLE hero (name text); INSERT INTO hero VALUES ('Deadpond')");

        await Assert.ThrowsAsync<DatabaseException>(() => RunAsync(database, new Varchar(3)));
        Assert.Equal("Deadpond", database.Sql("SELECT name FROM hero").Trim());
        await RunAsync(database, new Varchar(8));
        Assert.Equal(
            "character varying(8)",
            database
                .Sql(
                    "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'hero'::regclass AND attnum = 1"
                )
                .Trim()
        );
    }

    private static async Task RunAsync(TempDatabase database, SqlType type)
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        var alter = new AlterColumnOp("hero", "name") { Type = type, ExistingType = Text() };
        await connection.BeginAsync(Cancellation);
        await SchemaChanger.ExecuteAsync(connection, [.. alter.ToDdl()], Cancellation);
        await connection.CommitAsync(Cancellation);
    }
}
