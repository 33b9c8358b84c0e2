using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace Shared;

/// <summary>What got another name keeps what it holds, on one database.</summary>
public abstract class RenameTests : IDisposable
{
    private static readonly Table Team = new(
        "team",
        Column("id", Integer(), nullable: false),
        Column("name", Text(), nullable: false),
        PrimaryKey("id")
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    /// <summary>A table whose columns others stand on: a check, an index, an expression, a key.</summary>
    private static Table Hero(string name = "name", string team = "team", params ReadOnlySpan<string> before) =>
        new(
            "hero",
            [
                Column("id", Integer(), nullable: false),
                Column(name, Varchar(80), nullable: false) with
                {
                    RenamedFrom = [.. before],
                },
                Column("length", Integer(), computed: Computed($"length({name})", stored: true)),
                Column("team_id", Integer()),
                PrimaryKey("id", name: "pk_hero"),
                Check($"length({name}) > 2 AND {name} <> 'name'", name: "ck_hero"),
                ForeignKey("team_id", team, "id", name: "fk_hero_team"),
            ],
            [
                new TableIndex("ix_hero", [name]) { Where = $"{name} <> ''" },
                new TableIndex("ix_lower", [Sql($"lower({name})")]),
            ]
        );

    [Fact]
    [Row("J2.attribute")]
    public async Task A_column_keeps_its_values_and_what_stands_on_it()
    {
        await CreateAsync(Team, Hero());
        await ExecuteAsync("INSERT INTO hero (id, name) VALUES (1, 'Deadpond')");
        var steps = await ReachAsync(Team, Hero("full_name", "team", "alias", "name"));
        Assert.Equal(["Detected renamed column 'hero.name' to 'full_name'"], steps.Detected);
        Assert.Equal("Deadpond", await ScalarAsync("SELECT full_name FROM hero"));
        await RunAsync(steps.Downgrade);
        Assert.True((await CompareAsync([], Team, Hero())).IsEmpty);
        Assert.Equal("Deadpond", await ScalarAsync("SELECT name FROM hero"));
    }

    [Fact]
    [Row("J2.attribute")]
    public async Task A_table_keeps_its_rows_and_who_refers_to_it()
    {
        await CreateAsync(Team, Hero());
        await ExecuteAsync("INSERT INTO team (id, name) VALUES (1, 'Preventers')");
        await ExecuteAsync("INSERT INTO hero (id, name, team_id) VALUES (1, 'Deadpond', 1)");
        var squad = new Table("squad", Team.Elements) { RenamedFrom = ["team"] };
        var steps = await ReachAsync(squad, Hero(team: "squad"));
        Assert.Equal("Detected renamed table 'team' to 'squad'", steps.Detected[0]);
        Assert.Equal("Preventers", await ScalarAsync("SELECT s.name FROM squad s JOIN hero h ON h.team_id = s.id"));
        await RunAsync(steps.Downgrade);
        Assert.True((await CompareAsync([], Team, Hero())).IsEmpty);
        Assert.Equal("Preventers", await ScalarAsync("SELECT t.name FROM team t JOIN hero h ON h.team_id = t.id"));
    }

    [Fact]
    [Row("J2.constraints")]
    public async Task Constraints_and_indexes_follow_the_name_of_their_table_by_a_rename()
    {
        await CreateAsync(Team, Named("old"));
        await ExecuteAsync("INSERT INTO old (id, name) VALUES (1, 'Deadpond')");
        var steps = await ReachAsync(Team, Named("new", "old"));
        Assert.Equal(
            [
                "Detected renamed table 'old' to 'new'",
                "Detected renamed unique constraint 'uq_old_name' on new (name) to 'uq_new_name'",
                "Detected renamed check 'ck_old_name' on new (name <> '') to 'ck_new_name'",
                "Detected renamed foreign key 'fk_old_team_id_team' on new (team_id) to team (id) to 'fk_new_team_id_team'",
                "Detected renamed index 'ix_old_team_id' on new (team_id) to 'ix_new_team_id'",
            ],
            steps.Detected.Select(words => words.Replace("::text", "", StringComparison.Ordinal))
        );
        Assert.DoesNotContain(steps.Upgrade, step => step is DropConstraintOp or DropIndexOp);
        await RunAsync(steps.Downgrade);
        Assert.True((await CompareAsync([], Team, Named("old"))).IsEmpty);
    }

    private static Table Named(string name, params ReadOnlySpan<string> before) =>
        new(
            name,
            [
                Column("id", Integer(), nullable: false),
                Column("name", Text()),
                Column("team_id", Integer()),
                PrimaryKey("id"),
                Unique("name"),
                Check("name <> ''"),
                ForeignKey("team_id", "team", "id"),
            ],
            [TableIndex.On(null, "team_id")]
        )
        {
            RenamedFrom = [.. before],
        };

    [Fact]
    [Row("J2.flag")]
    public async Task Names_that_move_on_are_renamed_in_the_order_that_is_asked_for()
    {
        await CreateAsync(Pair("first", "second"));
        await ExecuteAsync("INSERT INTO pair (id, first, second) VALUES (1, 'a', 'b')");
        string[] flags = ["pair.second=third", "pair.first=second"];
        var steps = await CompareAsync(flags, Pair("second", "third"));
        await RunAsync(steps.Upgrade);
        Assert.Equal("ab", await ScalarAsync("SELECT second || third FROM pair"));
    }

    [Fact]
    [Row("J2.flag")]
    public async Task A_column_of_a_renamed_table_has_the_name_of_the_table_before_or_after()
    {
        foreach (var table in (string[])["pair", "couple"])
        {
            await CreateAsync(Pair("first", "second"));
            var couple = new Table("couple", Pair("second", "third").Elements);
            var steps = await CompareAsync(["pair=couple", $"{table}.second=third", $"{table}.first=second"], couple);
            await RunAsync(steps.Upgrade);
            Assert.True((await CompareAsync([], couple)).IsEmpty);
            await ExecuteAsync("DROP TABLE couple");
        }
    }

    [Fact]
    [Row("J2.likely")]
    public async Task What_may_be_a_rename_is_told_the_likeliest_first()
    {
        await CreateAsync(Pair("first_name", "age"));
        var steps = await CompareAsync([], Pair("years", "given_name"));
        Assert.Equal(
            ["pair.first_name=given_name", "pair.first_name=years", "pair.age=years", "pair.age=given_name"],
            steps.LikelyRenames.Select(each => each.Flag)
        );
        var typed = new Table(
            "pair",
            Column("id", Integer(), nullable: false),
            Column("name", Varchar(50)),
            Column("shoe_size", Varchar(9)),
            PrimaryKey("id", name: "pk_pair")
        );
        Assert.Equal(["pair.first_name=name"], (await CompareAsync([], typed)).LikelyRenames.Select(each => each.Flag));
        var renamed = await CompareAsync([], new Table("couple", Pair("first_name", "age").Elements));
        Assert.Equal(["pair=couple"], renamed.LikelyRenames.Select(each => each.Flag));
    }

    [Theory]
    [Row("J2.bad-flag")]
    [InlineData("pair", "RT0743")]
    [InlineData("pair.first=", "RT0743")]
    [InlineData("a.b.c.d=e", "RT0743")]
    [InlineData("pair.frist=second", "RT0744")]
    [InlineData("pear=couple", "RT0744")]
    [InlineData("pair.id=first", "RT0745")]
    [InlineData("pair.first=nothing", "RT0746")]
    public async Task A_rename_that_cannot_be_is_refused(string flag, string code)
    {
        await CreateAsync(Pair("first", "other"));
        var error = await Assert.ThrowsAsync<RenameException>(() => CompareAsync([flag], Pair("second", "other")));
        Assert.Equal(code, error.Code);
    }

    private static Table Pair(string first, string second) =>
        new(
            "pair",
            Column("id", Integer(), nullable: false),
            Column(first, Text()),
            Column(second, Text()),
            PrimaryKey("id", name: "pk_pair")
        );

    private async Task CreateAsync(params IEnumerable<Table> tables) =>
        await Engine.CreateAllAsync(new MetaData(tables), Cancellation);

    /// <summary>Leads the database to the tables, after which nothing is left.</summary>
    private async Task<AutogenerateResult> ReachAsync(params Table[] tables)
    {
        var steps = await CompareAsync([], tables);
        await RunAsync(steps.Upgrade);
        Assert.Empty((await CompareAsync([], tables)).Detected);
        return steps;
    }

    private Task<AutogenerateResult> CompareAsync(string[] flags, params Table[] tables) =>
        Steps.FindAsync(Engine, new MetaData(tables), flags);

    private Task RunAsync(IReadOnlyList<Operation> operations) => Steps.RunAsync(Engine, operations);

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        await connection.ExecuteAsync(new CompiledSql(sql, []), Cancellation);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        return (await connection.QueryAsync(sql, Cancellation))[0][0];
    }
}
