using Shared;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests;

/// <summary>PostgreSQL gives a column whose type changes the collation of the new type, unless one is said.</summary>
public sealed class CollationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Row("J1.collation")]
    public async Task A_collation_survives_a_change_of_type()
    {
        using var database = new TempDatabase();
        var before = Hero(Varchar(20));
        var after = Hero(Text());
        await database.Engine.CreateAllAsync(before, Cancellation);

        var change = await Steps.FindAsync(database.Engine, after);
        await Steps.RunAsync(database.Engine, change.Upgrade);
        Assert.True((await Steps.FindAsync(database.Engine, after)).IsEmpty);
        await Steps.RunAsync(database.Engine, change.Downgrade);
        Assert.True((await Steps.FindAsync(database.Engine, before)).IsEmpty);
    }

    private static MetaData Hero(SqlType type) =>
        new(new Table("hero", Column("id", Integer(), nullable: false), Column("name", type, collation: "C")));
}
