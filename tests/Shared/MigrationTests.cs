using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace Shared;

/// <summary>Revisions on one database: each in one transaction with its version row, a lock around all of them.</summary>
public abstract class MigrationTests : IDisposable
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    [Fact]
    [Row("G6.every-database")]
    public async Task Revisions_run_once_leave_a_history_and_go_back()
    {
        Assert.Equal(2, (await Runner(Heroes, Names).UpgradeAsync(["heads"], Cancellation)).Applied.Count);
        Assert.Empty((await Runner(Heroes, Names).UpgradeAsync(["heads"], Cancellation)).Applied);
        Assert.Equal(["b2"], await ColumnAsync("SELECT version_num FROM retort_version"));
        Assert.Equal(["id", "name"], await ColumnsOfHeroAsync());
        await Runner(Heroes, Names).DowngradeAsync("-1", Cancellation);
        Assert.Equal(["id"], await ColumnsOfHeroAsync());
        await Runner(Heroes, Names).DowngradeAsync("base", Cancellation);
        Assert.Empty(await ColumnAsync("SELECT version_num FROM retort_version"));
        Assert.Equal(["a1", "b2", "b2", "a1"], await ColumnAsync("SELECT revision FROM retort_history ORDER BY id"));
    }

    [Fact]
    [Row("L3.every-database")]
    public async Task Nothing_of_a_revision_that_fails_remains()
    {
        var fails = Revision(
            "b2",
            op =>
            {
                op.AddColumn("hero", Column("name", Text()));
                op.Execute("INSERT INTO nowhere VALUES (1)");
            },
            op => { },
            "a1"
        );
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            Runner(Heroes, fails).UpgradeAsync(["heads"], Cancellation)
        );
        Assert.Equal("INSERT INTO nowhere VALUES (1)", error.Statement);
        Assert.Equal(["a1"], error.Heads);
        Assert.Equal(["a1"], await ColumnAsync("SELECT version_num FROM retort_version"));
        Assert.Equal(["id"], await ColumnsOfHeroAsync());
        Assert.StartsWith(
            "failed: ",
            (await ColumnAsync("SELECT outcome FROM retort_history ORDER BY id"))[^1],
            StringComparison.Ordinal
        );
        await Runner(Heroes, Names).UpgradeAsync(["heads"], Cancellation);
        Assert.Equal(["id", "name"], await ColumnsOfHeroAsync());
    }

    [Fact]
    [Row("L1.every-database")]
    public async Task Of_many_runners_each_revision_is_run_by_one()
    {
        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(() => Runner(Heroes, Names).UpgradeAsync(["heads"], Cancellation), Cancellation))
        );
        Assert.Equal(2, runs.Sum(run => run.Applied.Count));
        Assert.Equal(["a1", "b2"], await ColumnAsync("SELECT revision FROM retort_history ORDER BY id"));
    }

    [Fact]
    [Row("L1.every-database")]
    public async Task Who_waits_too_long_is_told_who_has_the_lock()
    {
        await using var held = Engine.NewLock(VersionTable.DefaultName, "somebody@elsewhere");
        Assert.True(await held.TryTakeAsync(Cancellation));
        var error = await Assert.ThrowsAsync<LockTimeoutException>(() =>
            Runner(Heroes).UpgradeAsync(["heads"], Cancellation)
        );
        Assert.Contains("somebody@elsewhere", error.Holder, StringComparison.Ordinal);
    }

    private static CompiledRevision Heroes =>
        Revision(
            "a1",
            op => op.CreateTable("hero", Column("id", Integer(), nullable: false), PrimaryKey("id")),
            op => op.DropTable("hero")
        );

    private static CompiledRevision Names =>
        Revision("b2", op => op.AddColumn("hero", Column("name", Text())), op => op.DropColumn("hero", "name"), "a1");

    private MigrationRunner Runner(params IReadOnlyList<CompiledRevision> revisions) =>
        new(
            Engine,
            new RevisionSet(revisions),
            new MigrationOptions
            {
                LockTimeout = revisions.Count == 1 ? TimeSpan.FromMilliseconds(100) : TimeSpan.FromSeconds(60),
            }
        );

    private async Task<string[]> ColumnAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        return [.. (await connection.QueryAsync(sql, Cancellation)).Select(row => (string)row[0]!)];
    }

    private async Task<string[]> ColumnsOfHeroAsync()
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        var schema = await connection.Inspector.ReadAsync(new CatalogRequest { Tables = ["hero"] }, Cancellation);
        return [.. schema.Tables.Single().Columns.Select(column => column.Name)];
    }

    private static CompiledRevision Revision(
        string id,
        Action<Operations> up,
        Action<Operations> down,
        string? after = null
    ) => new(id, "hash", () => new Scripted(up, down)) { Parents = after is null ? [] : [after] };

    private sealed class Scripted(Action<Operations> up, Action<Operations> down) : Migration
    {
        public override void Upgrade(Operations op) => up(op);

        public override void Downgrade(Operations op) => down(op);
    }
}
