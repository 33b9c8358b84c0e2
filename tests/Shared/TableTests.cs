using Retort;
using static Retort.Ddl;
using static Retort.Sql;

namespace Shared;

/// <summary>Tables without classes: declared by hand or read from the database, created, compared and used in statements.</summary>
public abstract class TableTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Table Team { get; } =
        new(
            "team",
            Column("id", Integer(), nullable: false),
            Column("city", Varchar(40), nullable: false),
            Column("name", Text(), nullable: false, serverDefault: "none"),
            PrimaryKey(["id", "city"]),
            Unique("name")
        );

    private static Table Player { get; } =
        new(
            "player",
            Column("id", BigInt(), nullable: false, autoincrement: true),
            Column("name", Varchar(80), nullable: false),
            Column("rank", Numeric(10, 2)),
            Column("born", Date()),
            Column("data", Json()),
            Column("seen", Timestamp(timeZone: true), serverDefault: Now),
            Column("team_id", Integer()),
            Column("team_city", Varchar(40)),
            Column("captain_id", BigInt()),
            PrimaryKey("id"),
            Check("rank >= 0"),
            ForeignKey(["team_id", "team_city"], "team", ["id", "city"], onDelete: SetNull),
            ForeignKey("captain_id", "player", "id"),
            Index(["name"]),
            Index([Desc("rank"), "name"], where: "rank > 1"),
            Comment("who plays")
        );

    private static MetaData Tables { get; } = new(Player, Team);

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    [Fact]
    [Row("A12.same")]
    public async Task What_is_declared_is_what_is_read_back()
    {
        await Engine.CreateAllAsync(Tables, Cancellation);

        var reflected = await MetaData.ReflectAsync(Engine, cancellationToken: Cancellation);

        var changes = Retort.Migrations.Autogenerator.Compare(
            Tables,
            reflected,
            Engine.Dialect,
            await NormsAsync(reflected)
        );
        Assert.Empty(changes.Detected);
        Assert.Equal(
            ["fk_player_captain_id_player", "fk_player_team_id_team_city_team"],
            reflected.Find("player")!.ForeignKeys.Select(key => key.Name).Order()
        );
    }

    [Theory, InlineData(false), InlineData(true)]
    [Row("A12.statements")]
    [Row("F3.reflected-statements")]
    public async Task A_table_without_a_class_is_used_in_statements(bool reflected)
    {
        await Engine.CreateAllAsync(Tables, Cancellation);
        var tables = reflected ? await MetaData.ReflectAsync(Engine, cancellationToken: Cancellation) : Tables;
        var (team, player) = (tables.Find("team")!, tables.Find("player")!);
        await using var session = new Session(Engine);

        await session.ExecAsync(Insert(team).Set(row => row["id"], 1).Set(row => row["city"], "Rome"), Cancellation);
        foreach (var (name, rank) in (ReadOnlySpan<(string, decimal)>)[("Ada", 1.5m), ("Bo", 2m), ("it's", 0m)])
            session.Exec(
                Insert(player)
                    .Set(row => row["name"], name)
                    .Set(row => row["rank"], rank)
                    .Set(row => row["team_id"], 1)
                    .Set(row => row["team_city"], "Rome")
            );
        var changed = await session.ExecAsync(
            Update(player)
                .Set(row => row.Column<decimal>("rank"), row => row.Column<decimal>("rank") + 1m)
                .Where(row => row["name"] != "Bo"),
            Cancellation
        );
        var deleted = await session.ExecAsync(Delete(player).Where(row => row["rank"] < 1.5m), Cancellation);
        var rows = await session
            .Exec(Select(player).Where(row => row["team_id"] == 1).OrderByDescending(row => row["rank"]))
            .ToListAsync(Cancellation);

        Assert.Equal((2, 1), (changed, deleted));
        Assert.Equal(
            [("Ada", 2.5m), ("Bo", 2m)],
            rows.Select(row => ((string)row["name"]!, Convert.ToDecimal(row["rank"], null)))
        );
        Assert.Null(rows[0]["born"]);
        Assert.Equal("none", (await session.Exec(Select(team)).SingleAsync(Cancellation))["name"]);
    }

    [Fact]
    [Row("A12.statements")]
    public void A_column_that_is_not_there_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => Select(Team).Where(row => row["town"] == "Rome"));

        Assert.Contains("It has: id, city, name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("F3.reflect")]
    public void A_database_is_read_without_waiting_asynchronously()
    {
        Engine.CreateAll(Tables);

        var reflected = MetaData.Reflect(Engine, new CatalogRequest { Tables = ["team"] });

        Assert.Equal("team", Assert.Single(reflected.Tables).Name);
    }

    private async Task<SchemaNorms> NormsAsync(MetaData reflected)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        return await Engine.Dialect.NormsAsync(connection.QueryAsync, Tables, reflected, Cancellation);
    }
}
