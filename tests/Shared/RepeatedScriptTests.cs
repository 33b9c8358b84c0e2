using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace Shared;

/// <summary>Scripts that can be run from any revision, and again.</summary>
public abstract class RepeatedScriptTests : ScriptTests
{
    private static readonly CompiledRevision[] History =
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
                op.Execute("INSERT INTO hero (name) VALUES ('it''s \\ $retort$')");
                op.Execute("SELECT count(*) FROM hero");
                op.AlterColumn("hero", "name", nullable: false);
            },
            op => op.DropTable("hero"),
            "d4"
        ) with
        {
            DependsOn = ["lib"],
        },
    ];

    [Theory]
    [InlineData(TransactionMode.Revision, "")]
    [InlineData(TransactionMode.Revision, "a1")]
    [InlineData(TransactionMode.Revision, "b2")]
    [InlineData(TransactionMode.Revision, "c3")]
    [InlineData(TransactionMode.Revision, "b2 c3")]
    [InlineData(TransactionMode.Revision, "d4")]
    [InlineData(TransactionMode.Revision, "lib")]
    [InlineData(TransactionMode.Revision, "e5")]
    [InlineData(TransactionMode.All, "")]
    [InlineData(TransactionMode.All, "c3")]
    [InlineData(TransactionMode.All, "e5")]
    [Row("G3.script-idempotent")]
    public async Task A_script_that_can_be_repeated_does_what_is_left_from_every_revision(
        TransactionMode mode,
        string start
    )
    {
        var options = new MigrationOptions { Transactions = mode };
        using var whole = NewTarget();
        await Runner(whole, options, History).UpgradeAsync(["heads"], Cancellation);
        var wanted = Lines(whole);
        var script = (await Writer(whole, options, History).UpgradeAsync(new("base", "heads"), true, Cancellation)).Sql;
        var back = (await Writer(whole, options, History).DowngradeAsync(new("heads", "base"), true, Cancellation)).Sql;
        using var target = NewTarget();
        if (start.Length > 0)
            await Runner(target, options, History).UpgradeAsync(start.Split(' '), Cancellation);
        for (var time = 0; time < 2; time++)
        {
            target.Run(script);
            Assert.Equal(wanted, Lines(target));
        }
        Assert.Equal(["6 6"], await target.LinesAsync("SELECT count(*), count(DISTINCT revision) FROM retort_history"));
        if (start.Length > 0)
            await Runner(target, options, History).DowngradeAsync("-1", Cancellation);
        for (var time = 0; time < 2; time++)
        {
            target.Run(back);
            Assert.Empty(await target.LinesAsync("SELECT version_num FROM retort_version"));
            Assert.Equal(
                ["retort_history", "retort_version"],
                (await MetaData.ReflectAsync(target.Engine, cancellationToken: Cancellation))
                    .Tables.Select(table => table.Name)
                    .Order(StringComparer.Ordinal)
            );
        }
        target.Run(script);
        Assert.Equal(["e5"], await target.LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task A_script_that_is_older_than_the_database_does_nothing()
    {
        using var target = NewTarget();
        var script = await RepeatableAsync(target, Table("a1"));
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
        var outside = Scripted.Revision("b2", op => op.Autocommit(op => op.Execute("VACUUM")), after: "a1");
        var error = await Assert.ThrowsAsync<OfflineException>(() => RepeatableAsync(target, Table("a1"), outside));
        Assert.Equal("RT0761", error.Code);
        Assert.StartsWith(
            "Revision b2 (b2_do.cs:1) contains VACUUM, which runs outside of any transaction",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    [Row("G3.script-idempotent")]
    public async Task What_fails_in_a_script_that_can_be_repeated_leaves_nothing_of_its_revision()
    {
        CompiledRevision[] FailingAt(string last) =>
            [
                Table("a1"),
                Scripted.Revision(
                    "b2",
                    op =>
                    {
                        op.CreateTable("hero", Column("id", Integer()));
                        op.Execute(last);
                        op.CreateTable("late", Column("id", Integer()));
                    },
                    after: "a1"
                ),
                Table("c3", "b2"),
            ];
        using var target = NewTarget();
        var script = await RepeatableAsync(target, FailingAt("INSERT INTO nowhere VALUES (1)"));
        await Runner(target, new(), FailingAt("SELECT 1")).UpgradeAsync(["a1"], Cancellation);
        var before = await target.StateAsync();
        for (var time = 0; time < 2; time++)
        {
            AssertRefused(() => target.Run(script), "nowhere");
            Assert.Equal(before, await target.StateAsync());
        }
        target.Run(await RepeatableAsync(target, FailingAt("SELECT 1")));
        Assert.Equal(["c3"], await target.LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Row("I2.batches-script")]
    public async Task A_change_in_batches_is_done_once_where_its_script_is_ended_before_its_line(bool idempotent)
    {
        using var target = NewTarget();
        await PrepareNumbersAsync(target);
        var script = (
            await Writer(target, new(), Touching()).UpgradeAsync(new("a1", "b2"), idempotent, Cancellation)
        ).Sql;
        await target.ExecuteAsync("CREATE UNIQUE INDEX one ON retort_history (tool_version)");

        Assert.Throws<InvalidOperationException>(() => target.Run(script));

        Assert.Equal(["0"], await target.LinesAsync("SELECT sum(touched) FROM numbers"));
        await target.ExecuteAsync("DROP INDEX one");
        if (idempotent)
        {
            target.Run(script);
            target.Run(script);
        }
        else
            await Runner(target, new(), Touching()).UpgradeAsync(["b2"], Cancellation);
        Assert.Equal(["1 1"], await target.LinesAsync("SELECT min(touched), max(touched) FROM numbers"));
        Assert.Equal(["b2"], await target.LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Theory]
    [InlineData(false, "without anything of b2")]
    [InlineData(true, "A run has done a piece of part 1 of b2")]
    [Row("I2.batches-script")]
    public async Task A_script_does_not_go_on_within_batches(bool idempotent, string message)
    {
        using var target = NewTarget();
        await PrepareNumbersAsync(target);
        await target.ExecuteAsync("UPDATE numbers SET allowed = 0 WHERE id = 3");
        await Assert.ThrowsAsync<MigrationFailedException>(() =>
            Runner(target, new(), Touching()).UpgradeAsync(["b2"], Cancellation)
        );
        await target.ExecuteAsync("UPDATE numbers SET allowed = 1");
        var script = (
            await Writer(target, new(), Touching()).UpgradeAsync(new("a1", "b2"), idempotent, Cancellation)
        ).Sql;
        AssertRefused(() => target.Run(script), message);
        await Runner(target, new(), Touching()).UpgradeAsync(["b2"], Cancellation);
        Assert.Equal(["1 1"], await target.LinesAsync("SELECT min(touched), max(touched) FROM numbers"));
    }

    private static CompiledRevision[] Touching() =>
        [
            Scripted.Revision(
                "a1",
                op =>
                    op.Execute(
                        "CREATE TABLE numbers (id integer PRIMARY KEY, touched integer NOT NULL DEFAULT 0, allowed integer NOT NULL DEFAULT 1, CHECK (touched <= allowed))"
                    )
            ),
            Scripted.Revision(
                "b2",
                op => op.UpdateInBatches("numbers", key: "id", set: "touched = touched + 1", batchSize: 1),
                after: "a1"
            ),
        ];

    private static async Task PrepareNumbersAsync(ScriptTarget target)
    {
        await Runner(target, new(), Touching()).UpgradeAsync(["a1"], Cancellation);
        await target.ExecuteAsync("INSERT INTO numbers (id) VALUES (1), (2), (3)");
    }

    /// <summary>The script of a whole history that can be repeated.</summary>
    protected static async Task<string> RepeatableAsync(ScriptTarget target, params CompiledRevision[] history) =>
        (await Writer(target, new(), history).UpgradeAsync(new("base", "heads"), true, Cancellation)).Sql;

    /// <summary>What a database has, in whatever order it came.</summary>
    private static IEnumerable<string> Lines(ScriptTarget target) =>
        target.Dump().Split('\n').Order(StringComparer.Ordinal);
}
