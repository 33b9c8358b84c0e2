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

    [Fact]
    [Row("J1.virtual")]
    public async Task A_column_that_is_computed_when_it_is_read_is_not_written_as_stored()
    {
        using var database = new TempDatabase();
        database.Sql("CREATE TABLE t (id int, twice int GENERATED ALWAYS AS (id * 2) STORED)");

        var column = (await ReadAsVirtualAsync(database)).Tables.Single().Columns[1];

        Assert.Equal(new ComputedSql("(id * 2)", Stored: false) { Virtual = true }, column.Computed);
        Assert.EndsWith("AS ((id * 2)) VIRTUAL", Written(column.Computed!), StringComparison.Ordinal);
        Assert.EndsWith("AS (1) STORED", Written(Computed("1")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, false, false)]
    [Row("J1.virtual")]
    public void Stored_and_virtual_are_told_apart_where_the_model_says_one(bool stored, bool isVirtual, bool same)
    {
        var declared = Column("x", Integer(), computed: Computed("1", stored, isVirtual));
        var found = Column("x", Integer(), computed: Computed("1", isVirtual: true));

        Assert.Equal(same, PostgreSqlDialect.Instance.Norms.SameComputed(declared, found));
    }

    /// <summary>Reads as a server of version 18 would answer, which has columns that are computed when they are read.</summary>
    private static async Task<MetaData> ReadAsVirtualAsync(TempDatabase database)
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        return await database.Engine.Dialect.Catalog.ReadAsync(
            async (sql, cancellation) =>
                [
                    .. (await connection.QueryAsync(sql, cancellation)).Select(row =>
                        row.Length > 6 && row[6] is "s" ? [.. row[..6], "v", .. row[7..]] : row
                    ),
                ],
            new CatalogRequest(),
            Cancellation
        );
    }

    private static string Written(ComputedSql computed) =>
        PostgreSqlDialect
            .Instance.Ddl.Compile(new AddColumn("t", Column("x", Integer(), computed: computed)))
            .ToString();

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
