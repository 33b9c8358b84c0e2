using Retort.Migrations;
using Retort.PostgreSql.Tests.Catalog;
using Shared;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests;

/// <summary>Scripts that psql runs.</summary>
public sealed class PostgreSqlScriptTests : ScriptPairTests
{
    protected override ScriptTarget NewTarget()
    {
        var database = new TempDatabase();
        return new(
            database.Engine,
            script => PostgresCluster.Script(script, database.Name),
            () => PostgresCluster.Dump(database.Name, "--exclude-table-data=retort_history"),
            database
        );
    }

    protected override RandomPairs NewPairs(int seed) => new PostgreSqlPairTests.Pairs(new GeneratedTables(seed));

    [Fact]
    [Row("G3.script-no-database")]
    public async Task The_kind_of_database_is_enough_for_a_script()
    {
        await using var engine = Engine.Create("postgresql://");
        var script = await new ScriptRunner(engine, new RevisionSet([Table("a1")]), new()).UpgradeAsync(
            new("base", "head"),
            cancellationToken: Cancellation
        );
        Assert.Contains("CREATE TABLE a1 (", script.Sql, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TransactionMode.Revision)]
    [InlineData(TransactionMode.All)]
    [Row("G3.script-idempotent")]
    public async Task A_script_that_can_be_repeated_does_what_is_left_from_every_revision(TransactionMode mode)
    {
        var options = new MigrationOptions { Transactions = mode };
        CompiledRevision[] history = History("INSERT INTO hero (name) VALUES ('it''s \\ $retort$')");
        using var whole = NewTarget();
        await Runner(whole, options, history).UpgradeAsync(["heads"], Cancellation);
        var wanted = whole.Dump();
        var script = (await Writer(whole, options, history).UpgradeAsync(new("base", "heads"), true, Cancellation)).Sql;
        var back = (await Writer(whole, options, history).DowngradeAsync(new("heads", "base"), true, Cancellation)).Sql;
        whole.Run(script);
        Assert.Equal(wanted, whole.Dump());
        foreach (
            var start in (string[][])
                [
                    [],
                    ["a1"],
                    ["b2"],
                    ["c3"],
                    ["b2", "c3"],
                    ["d4"],
                    ["lib"],
                    ["e5"],
                ]
        )
        {
            using var target = NewTarget();
            if (start.Length > 0)
                await Runner(target, options, history).UpgradeAsync(start, Cancellation);
            target.Run(script);
            Assert.Equal(wanted, target.Dump());
            target.Run(script);
            Assert.Equal(wanted, target.Dump());
            Assert.Equal(
                ["6 6"],
                await target.LinesAsync("SELECT count(*), count(DISTINCT revision) FROM retort_history")
            );
            if (start.Length > 0)
                await Runner(target, options, history).DowngradeAsync("-1", Cancellation);
            target.Run(back);
            Assert.Empty(await target.LinesAsync("SELECT version_num FROM retort_version"));
            Assert.Equal(
                ["retort_history", "retort_version"],
                await target.LinesAsync(
                    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"
                )
            );
            target.Run(back);
            target.Run(script);
            Assert.Equal(["e5"], await target.LinesAsync("SELECT version_num FROM retort_version"));
        }
    }

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task A_script_that_failed_is_repeated_and_goes_on_behind_the_parts_that_are_done()
    {
        CompiledRevision[] Moods(string last) =>
            [
                Scripted.Revision("a1", op => op.Execute("CREATE TYPE mood AS ENUM ('good')")),
                Scripted.Revision(
                    "b2",
                    op =>
                    {
                        op.Execute("CREATE TABLE day (mood mood)");
                        op.AddEnumLabel("mood", "bad");
                        op.Execute(last);
                    },
                    after: "a1"
                ),
            ];
        using var target = NewTarget();
        async Task<string> ScriptAsync(string last) =>
            (await Writer(target, new(), Moods(last)).UpgradeAsync(new("base", "heads"), true, Cancellation)).Sql;
        var broken = await ScriptAsync("INSERT INTO day VALUES ('worse')");
        for (var time = 0; time < 2; time++)
            AssertRefused(() => target.Run(broken), "invalid input value for enum mood");
        target.Run(await ScriptAsync("INSERT INTO day VALUES ('bad')"));
        Assert.Equal(["bad"], await target.LinesAsync("SELECT mood::text FROM day"));
        Assert.Equal(["b2"], await target.LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task A_script_that_is_older_than_the_database_does_nothing()
    {
        using var target = NewTarget();
        var script = (
            await Writer(target, new(), [Table("a1")]).UpgradeAsync(new("base", "heads"), true, Cancellation)
        ).Sql;
        await Runner(target, new(), [Table("a1"), Table("b2", "a1")]).UpgradeAsync(["heads"], Cancellation);
        var before = await target.StateAsync();
        AssertRefused(() => target.Run(script), "has a revision that this script does not know");
        Assert.Equal(before, await target.StateAsync());
    }

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task What_runs_outside_of_a_transaction_cannot_be_repeated()
    {
        using var target = NewTarget();
        var error = await Assert.ThrowsAsync<OfflineException>(() =>
            Writer(
                    target,
                    new(),
                    [
                        Table("a1"),
                        Scripted.Revision(
                            "b2",
                            op => op.CreateIndex("ix", "a1", ["id"], concurrently: true),
                            after: "a1"
                        ),
                    ]
                )
                .UpgradeAsync(new("base", "heads"), true, Cancellation)
        );
        Assert.Equal("RT0761", error.Code);
        Assert.StartsWith(
            "Revision b2 (b2_do.cs:1) contains CREATE INDEX CONCURRENTLY ix ON a1 (id), which runs outside of any transaction",
            error.Message,
            StringComparison.Ordinal
        );
    }

    private static CompiledRevision[] History(string last) =>
        [
            Table("a1"),
            Table("b2", "a1"),
            Table("c3", "a1"),
            Table("lib") with
            {
                DependsOn = ["b2"],
            },
            Table("d4", "b2", "c3"),
            Scripted.Revision(
                "e5",
                op =>
                {
                    op.CreateTable(
                        "hero",
                        Column("id", Integer(), nullable: false, autoincrement: true),
                        Column("name", Text()),
                        PrimaryKey("id")
                    );
                    op.Execute(last);
                    op.Execute("SELECT count(*) FROM hero");
                },
                op => op.DropTable("hero"),
                "d4"
            ) with
            {
                DependsOn = ["lib"],
            },
        ];
}
