using Retort.Migrations;

namespace Retort.PostgreSql.Tests.Catalog;

/// <summary>Databases as people write them: what is read can be created elsewhere, reads the same there, and compares equal.</summary>
public sealed class RoundTripTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Databases() =>
        [.. HandWritten.All.Select(each => new TheoryDataRow<string, string>(each.Name, each.Sql))];

    [Theory, MemberData(nameof(Databases))]
    [Row("F2.postgresql-round-trip")]
    public async Task What_is_read_is_created_elsewhere_and_reads_the_same(string name, string sql)
    {
        Assert.NotEmpty(name);
        using var source = new TempDatabase();
        using var copy = new TempDatabase();
        source.Sql(sql);
        var (read, _) = await source.ReadAsync();

        await copy.Engine.CreateAllAsync(read, Cancellation);

        Assert.Equal(PostgresCluster.Dump(source.Name), PostgresCluster.Dump(copy.Name));
        var (again, _) = await copy.ReadAsync();
        Assert.Empty(Differences(copy, read, again, copy.Engine.Dialect.Norms));
        Assert.Equal(read.Objects, again.Objects);
    }

    /// <summary>Partitions of partitions go with their whole, not one by one.</summary>
    public static TheoryData<string, string> Droppable() =>
        [
            .. HandWritten
                .All.Where(each => each.Name != "partitions with more than the whole")
                .Select(each => new TheoryDataRow<string, string>(each.Name, each.Sql)),
        ];

    [Theory, MemberData(nameof(Droppable))]
    [Row("C2.drop-all")]
    public async Task What_is_read_is_dropped_again(string name, string sql)
    {
        Assert.NotEmpty(name);
        using var database = new TempDatabase();
        database.Sql(sql);
        var (read, _) = await database.ReadAsync();

        await database.Engine.DropAllAsync(read, Cancellation);

        var (left, _) = await database.ReadAsync();
        Assert.Empty(left.Tables);
        Assert.DoesNotContain(left.Objects, each => each is not (SchemaNamespace or ExtensionDefinition));
    }

    private static IReadOnlyList<string> Differences(
        TempDatabase database,
        MetaData declared,
        MetaData found,
        SchemaNorms norms
    ) => Autogenerator.Compare(declared, found, database.Engine.Dialect, norms).Detected;
}
