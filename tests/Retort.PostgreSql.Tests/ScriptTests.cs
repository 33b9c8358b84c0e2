using Retort.Migrations;
using Retort.PostgreSql.Tests.Catalog;
using Shared;

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
        var broken = await RepeatableAsync(target, Moods("INSERT INTO day VALUES ('worse')"));
        for (var time = 0; time < 2; time++)
            AssertRefused(() => target.Run(broken), "invalid input value for enum mood");
        target.Run(await RepeatableAsync(target, Moods("INSERT INTO day VALUES ('bad')")));
        Assert.Equal(["bad"], await target.LinesAsync("SELECT mood::text FROM day"));
        Assert.Equal(["b2"], await target.LinesAsync("SELECT version_num FROM retort_version"));
    }
}
