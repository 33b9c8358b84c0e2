using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace Shared;

/// <summary>Scripts that the database's own client runs: they leave the same database as a run of the revisions.</summary>
public abstract class ScriptTests
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A row of every kind of value that a client could misread.</summary>
    private static readonly string[] Words =
    [
        "it's \"so\"",
        "100 % %s %(x)s",
        "back\\slash \\n \\",
        "one\ntwo\n.quit\n\\q\ngo\n/\n;\n-- no comment",
        "a\r\nb\rc",
        "$$ $retort$ :name :'name' ?1 @p0 {0}",
        "żółw 🐢 \u0301",
        "",
        "; COMMIT;",
    ];

    protected abstract ScriptTarget NewTarget();

    [Fact]
    [Row("G3.script")]
    public Task A_script_leaves_the_same_database_up_and_down_whatever_the_values() =>
        SameAsync(
            Scripted.Revision("a1", CreateThings, op => op.DropTable("thing")),
            Scripted.Revision(
                "b2",
                op =>
                {
                    op.AlterColumn("thing", "name", type: Varchar(200), nullable: false, fill: "none");
                    op.Execute(
                        $"UPDATE thing SET name = {"it's \\ \n%"} WHERE id = {Words.Length + 1} -- not the last"
                    );
                    op.AddColumn("thing", Column("rank", Integer(), nullable: false, serverDefault: 7));
                },
                op =>
                {
                    op.DropColumn("thing", "rank");
                    op.AlterColumn("thing", "name", type: Text(), nullable: true);
                },
                "a1"
            )
        );

    [Fact]
    [Row("G3.script")]
    public Task A_script_has_texts_of_any_number_of_lines() =>
        SameAsync(
            Scripted.Revision("a1", op => op.CreateTable("page", Column("text", Text())), op => op.DropTable("page")),
            Scripted.Revision(
                "b2",
                op => op.BulkInsert("page", ["text"], [string.Concat(Enumerable.Repeat("line\r\n", 2000))]),
                op => op.Execute("DELETE FROM page"),
                "a1"
            )
        );

    [Fact]
    [Row("G3.script")]
    public Task A_script_forks_merges_and_depends_as_a_run() =>
        SameAsync(
            Table("a1"),
            Table("b2", "a1"),
            Table("c3", "a1"),
            Table("lib") with
            {
                DependsOn = ["b2"],
            },
            Table("d4", "b2", "c3"),
            Table("e5", "d4") with
            {
                DependsOn = ["lib"],
            }
        );

    [Fact]
    [Row("G3.script")]
    public Task What_runs_outside_of_a_transaction_stands_outside_of_it() =>
        SameAsync(
            new(),
            [
                Table("a1"),
                Scripted.Revision(
                    "b2",
                    op =>
                    {
                        op.CreateTable(
                            "hero",
                            Column("id", Integer(), nullable: false),
                            Column("name", Text()),
                            PrimaryKey("id")
                        );
                        op.BulkInsert("hero", ["id", "name"], [1, "ada"], [2, null]);
                        op.CreateIndex("ix_hero_name", "hero", ["name"], concurrently: true);
                        op.Autocommit(op => op.Execute("VACUUM"));
                        op.UpdateInBatches("hero", key: "id", set: "name = 'x'", where: "name IS NULL", batchSize: 1);
                    },
                    op =>
                    {
                        op.DropIndex("ix_hero_name", "hero", concurrently: true);
                        op.DropTable("hero");
                    },
                    "a1"
                ),
            ],
            isRepeatable: false
        );

    [Theory]
    [InlineData(TransactionMode.All)]
    [InlineData(TransactionMode.None)]
    [Row("L2.script")]
    public async Task A_script_has_the_transactions_of_a_run(TransactionMode mode)
    {
        var options = new MigrationOptions { Transactions = mode };
        CompiledRevision[] history =
        [
            Table("a1"),
            Scripted.Revision(
                "b2",
                op =>
                {
                    op.AddColumn("a1", Column("name", Text(), nullable: false, serverDefault: ""));
                    op.AlterColumn("a1", "name", type: Varchar(9));
                },
                op => op.DropColumn("a1", "name"),
                "a1"
            ),
        ];
        await SameAsync(options, history);
        using var target = NewTarget();
        var script = await Writer(target, options, history)
            .UpgradeAsync(new("base", "heads"), cancellationToken: Cancellation);
        Assert.Equal(mode is TransactionMode.All ? 1 : 4, Count(script.Sql, "COMMIT;"));
    }

    [Fact]
    [Row("G3.script-guard")]
    public async Task A_script_changes_nothing_where_the_database_is_somewhere_else()
    {
        CompiledRevision[] history = [Table("a1"), Table("b2", "a1"), Table("c3", "b2")];
        using var target = NewTarget();
        var first = await UpAsync(target, "base:a1", history);
        var rest = await UpAsync(target, "a1:heads", history);
        AssertRefused(
            () => target.Run(rest),
            "The script is for a database at a1; retort_version of this one says something else."
        );
        Assert.Empty((await MetaData.ReflectAsync(target.Engine, cancellationToken: Cancellation)).Tables);
        target.Run(first);
        AssertRefused(() => target.Run(first), "The script is for a database at base");
        target.Run(rest);
        var before = await target.StateAsync();
        AssertRefused(() => target.Run(rest), "The script is for a database at a1");
        AssertRefused(() => target.Run(first), "The script is for a database at base");
        Assert.Equal(before, await target.StateAsync());
    }

    [Fact]
    [Row("G3.script-guard")]
    public async Task A_run_goes_on_where_a_script_has_stopped()
    {
        CompiledRevision[] History(string last) =>
            [
                Table("a1"),
                Scripted.Revision(
                    "b2",
                    op =>
                    {
                        op.CreateTable("hero", Column("id", Integer()));
                        op.Autocommit(op => op.Execute("INSERT INTO hero VALUES (1)"));
                        op.Execute(last);
                    },
                    after: "a1"
                ),
            ];
        using var target = NewTarget();
        var script = await UpAsync(target, "base:heads", History("INSERT INTO nowhere VALUES (1)"));
        Assert.Contains(
            "nowhere",
            Assert.Throws<InvalidOperationException>(() => target.Run(script)).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(["a1"], await target.LinesAsync("SELECT version_num FROM retort_version"));
        script = await UpAsync(target, "a1:heads", History("INSERT INTO hero VALUES (2)"));
        AssertRefused(() => target.Run(script), "The script is for a database at a1 without anything of b2");

        await Runner(target, new(), History("INSERT INTO hero VALUES (2)")).UpgradeAsync(["heads"], Cancellation);

        Assert.Equal(["1", "2"], await target.LinesAsync("SELECT id FROM hero ORDER BY id"));
        Assert.Equal(["b2"], await target.LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("I2.half-done")]
    public async Task A_script_begins_anew_what_was_stamped_when_it_was_half_done()
    {
        CompiledRevision Half(string last) =>
            Scripted.Revision(
                "a1",
                op =>
                {
                    op.CreateTable("hero", Column("id", Integer()));
                    op.Autocommit(op => op.Execute(last));
                }
            );
        using var target = NewTarget();
        await Assert.ThrowsAsync<MigrationFailedException>(() =>
            Runner(target, new(), [Half("nonsense")]).UpgradeAsync(["a1"], Cancellation)
        );
        await target.ExecuteAsync("DROP TABLE hero");
        await target.ExecuteAsync(
            "INSERT INTO retort_history (revision, direction, who, started_at, milliseconds, tool_version, content_hash, outcome) SELECT revision, 'downgrade', who, started_at, milliseconds, tool_version, content_hash, 'stamped' FROM retort_history WHERE outcome LIKE 'part 1 %'"
        );
        target.Run(await UpAsync(target, "base:a1", Half("SELECT 1")));
        Assert.Equal(["a1"], await target.LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("G3.script")]
    public async Task A_script_is_the_same_text_each_time_and_says_what_is_in_it()
    {
        CompiledRevision[] history = [Table("a1"), Table("b2", "a1")];
        using var target = NewTarget();
        var script = await Writer(target, new(), history)
            .UpgradeAsync(new("base", "head"), cancellationToken: Cancellation);
        Assert.Equal(["a1", "b2"], script.Revisions);
        Assert.Equal([], script.Before);
        Assert.Equal(["b2"], script.Heads);
        Assert.Contains("\n-- Running upgrade a1 -> b2, do b2\nBEGIN", script.Sql, StringComparison.Ordinal);
        Assert.Equal(script.Sql, await UpAsync(target, ":head", history));
        var nothing = await Writer(target, new(), history)
            .UpgradeAsync(new("b2", "head"), cancellationToken: Cancellation);
        Assert.Equal(("", 0), (nothing.Sql, nothing.Revisions.Count));
    }

    [Fact]
    [Row("G3.script-code")]
    public async Task Code_is_in_no_script_unless_the_revision_says_what_it_does()
    {
        using var target = NewTarget();
        var runs = Scripted.Revision("b2", op => op.Run((_, _) => Task.CompletedTask, "fill"), after: "a1");
        var error = await Assert.ThrowsAsync<NotScriptableException>(() =>
            UpAsync(target, "base:heads", Table("a1"), runs)
        );
        Assert.StartsWith("Revision b2 (b2_do.cs:1) runs code", error.Message, StringComparison.Ordinal);
        var says = Scripted.Revision(
            "b2",
            op =>
            {
                if (op.IsScript)
                    op.Execute("SELECT 1");
                else
                    op.Run((_, _) => Task.CompletedTask);
            },
            after: "a1"
        );
        target.Run(await UpAsync(target, "base:heads", Table("a1"), says));
        Assert.Equal(["b2"], await target.LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Theory]
    [InlineData("a1:b2:c3")]
    [InlineData("a1:")]
    [Row("G3.script-range")]
    public void What_is_no_range_is_an_error(string text) =>
        Assert.Equal("RT0759", Assert.Throws<OfflineException>(() => ScriptRange.Parse(text)).Code);

    [Fact]
    [Row("G3.script-range")]
    public async Task A_range_begins_at_any_rows()
    {
        CompiledRevision[] history = [Table("a1"), Table("b2", "a1"), Table("c3", "a1"), Table("d4", "b2", "c3")];
        using var target = NewTarget();
        await Runner(target, new(), history).UpgradeAsync(["b2", "c3"], Cancellation);
        target.Run(await UpAsync(target, "b2,c3:d4", history));
        Assert.Equal(["d4"], await target.LinesAsync("SELECT version_num FROM retort_version"));
        Assert.Equal(
            "RT0521",
            (await Assert.ThrowsAsync<RevisionException>(() => UpAsync(target, "x9:head", history))).Code
        );
    }

    /// <summary>A history that is run, one whose scripts are, and one whose scripts are that can be repeated, each on a database of its own, up and down.</summary>
    protected Task SameAsync(params CompiledRevision[] history) => SameAsync(new MigrationOptions(), history);

    /// <inheritdoc cref="SameAsync(CompiledRevision[])" />
    protected async Task SameAsync(
        MigrationOptions options,
        CompiledRevision[] history,
        Func<string, string>? comparable = null,
        bool isRepeatable = true
    )
    {
        using var run = NewTarget();
        using var scripted = NewTarget();
        using var repeated = NewTarget();
        var runner = Runner(run, options, history);
        var writer = Writer(scripted, options, history);
        await runner.UpgradeAsync(["heads"], Cancellation);
        await ScriptsAsync(idempotent => writer.UpgradeAsync(new("base", "heads"), idempotent, Cancellation));
        foreach (var target in (string[])["-1", "base"])
        {
            var rows = string.Join(',', await run.LinesAsync("SELECT version_num FROM retort_version"));
            await runner.DowngradeAsync(target, Cancellation);
            await ScriptsAsync(idempotent => writer.DowngradeAsync(new(rows, target), idempotent, Cancellation));
        }

        async Task ScriptsAsync(Func<bool, Task<MigrationScript>> write)
        {
            scripted.Run((await write(false)).Sql);
            await AssertSameAsync(scripted);
            if (!isRepeatable)
                return;
            var script = (await write(true)).Sql;
            repeated.Run(script);
            repeated.Run(script);
            await AssertSameAsync(repeated);
        }

        async Task AssertSameAsync(ScriptTarget target)
        {
            var (expected, actual) = (await run.StateAsync(), await target.StateAsync());
            Assert.Equal(comparable?.Invoke(expected) ?? expected, comparable?.Invoke(actual) ?? actual);
        }
    }

    protected static MigrationRunner Runner(
        ScriptTarget target,
        MigrationOptions options,
        CompiledRevision[] history
    ) => new(target.Engine, new RevisionSet(history), options);

    protected static ScriptRunner Writer(ScriptTarget target, MigrationOptions options, CompiledRevision[] history) =>
        new(target.Engine, new RevisionSet(history), options);

    protected static async Task<string> UpAsync(ScriptTarget target, string range, params CompiledRevision[] history) =>
        (
            await Writer(target, new(), history)
                .UpgradeAsync(ScriptRange.Parse(range)!, cancellationToken: Cancellation)
        ).Sql;

    /// <summary>A revision that creates a table of its name, and drops it.</summary>
    protected static CompiledRevision Table(string id, params string[] after) =>
        Scripted.Revision(
            id,
            op => op.CreateTable(id, Column("id", Integer(), nullable: false), PrimaryKey("id")),
            op => op.DropTable(id),
            after
        );

    protected static void AssertRefused(Action run, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidOperationException>(run).Message, StringComparison.Ordinal);

    private static void CreateThings(Operations op)
    {
        op.CreateTable(
            "thing",
            Column("id", Integer(), nullable: false),
            Column("name", Text()),
            Column("price", Numeric(10, 2)),
            Column("at", Timestamp(timeZone: true)),
            Column("local", Timestamp()),
            Column("day", Date()),
            Column("data", Blob()),
            Column("good", Bool()),
            Column("size", DoublePrecision()),
            Column("key", Uuid()),
            PrimaryKey("id")
        );
        op.BulkInsert("thing", ["id", "name"], Words.Select((word, at) => (ValueList<object?>)[at + 1, word]));
        op.BulkInsert(
            "thing",
            ["id", "name", "price", "at", "local", "day", "data", "good", "size", "key"],
            [
                Words.Length + 1,
                null,
                -1.25m,
                new DateTimeOffset(2026, 11, 21, 10, 0, 0, 123, TimeSpan.FromHours(2)),
                new DateTime(2026, 11, 21, 10, 0, 0, DateTimeKind.Unspecified),
                new DateOnly(2026, 2, 28),
                new byte[] { 0, 39, 92, 255 },
                true,
                1e-300,
                Guid.Parse("0191d0c2-5a3c-7c3f-9d5e-0123456789ab"),
            ]
        );
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
