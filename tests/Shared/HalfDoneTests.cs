using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace Shared;

/// <summary>What runs, plans and stamps make of a revision that an earlier run has left half done.</summary>
public abstract class HalfDoneTests : IDisposable
{
    private readonly Lazy<ScriptedProject> _project;
    private string _middle = "nonsense";

    protected HalfDoneTests() =>
        _project = new(() =>
            new ScriptedProject(Engine)
                .Add("x1", up: op => op.CreateTable("t", Column("id", Integer())), down: op => op.DropTable("t"))
                .Add("x2", "x1", Halves, Halves)
                .Add("y2", "x1")
        );

    protected abstract Engine Engine { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private MigrationCommands Commands => _project.Value.Commands;

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        _project.Value.Dispose();
    }

    [Fact]
    [Row("I2.half-done")]
    public async Task Nothing_is_undone_below_a_revision_that_is_applied_in_part()
    {
        await HalfUpAsync();

        var error = await RefusedAsync(() => Commands.DowngradeAsync("base", Cancellation));

        Assert.Equal(
            "An earlier run has left a revision half done: x2 is applied in part: part 1 is done, and the database is at x1. Nothing was run now.",
            error.Message
        );
        Assert.Equal(
            "Finish it first: `retort upgrade x2`. Where that cannot be, undo by hand what it has done, then type `retort stamp x1`; or do the rest of it by hand, then type `retort stamp x2`.",
            error.Hint
        );
        Assert.Equal(["1"], await LinesAsync("SELECT id FROM t"));
        await RefusedAsync(() => Commands.UpgradeAsync("y2", Cancellation));
        await RefusedAsync(() => Commands.UpgradeAsync("x1", Cancellation));
        await RefusedAsync(() => PlanAsync(PlanKind.Upgrade, "y2"));
        await RefusedAsync(() => PlanAsync(PlanKind.Downgrade, "base"));
        Assert.Equal(["x2"], (await PlanAsync(PlanKind.Upgrade, "x2")).Steps.Select(step => step.Id));

        _middle = "INSERT INTO t VALUES (2)";
        await Commands.UpgradeAsync("heads", Cancellation);

        Assert.Equal(["1", "2", "3"], await LinesAsync("SELECT id FROM t ORDER BY id"));
        await Commands.DowngradeAsync("base", Cancellation);
        Assert.Empty((await Commands.CurrentAsync(Cancellation)).Partly);
    }

    [Fact]
    [Row("I2.half-done")]
    public async Task Nothing_is_applied_onto_a_revision_that_is_undone_in_part()
    {
        await HalfDownAsync();
        _project.Value.Add("p3", "x2");

        var error = await RefusedAsync(() => Commands.UpgradeAsync("p3", Cancellation));

        Assert.Contains(
            "x2 is undone in part: part 1 is done, and the database is at x2.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "Finish it first: `retort downgrade x2@x1`. Where that cannot be, bring back by hand what it has undone, then type `retort stamp x2`; or do the rest of it by hand, then type `retort stamp x1`.",
            error.Hint
        );
        await RefusedAsync(() => Commands.UpgradeAsync("x2", Cancellation));
        await RefusedAsync(() => PlanAsync(PlanKind.Upgrade, "p3"));

        _middle = "INSERT INTO t VALUES (2)";
        Assert.Equal(["x1"], (await Commands.DowngradeAsync("x2@x1", Cancellation)).Heads);
        Assert.Equal(["p3"], (await Commands.UpgradeAsync("p3", Cancellation)).Heads);
    }

    [Theory]
    [InlineData("x1", "downgrade")]
    [InlineData("x2", "upgrade")]
    [Row("I2.half-done")]
    public async Task A_stamp_ends_what_was_applied_in_part(string target, string direction)
    {
        await HalfUpAsync();

        await Commands.StampAsync(new([target]), Cancellation);

        Assert.Empty((await Commands.CurrentAsync(Cancellation)).Partly);
        Assert.Equal(
            [$"{direction} stamped"],
            await LinesAsync("SELECT direction, outcome FROM retort_history WHERE outcome = 'stamped'")
        );
        await ExecuteAsync("DELETE FROM t");
        _middle = "INSERT INTO t VALUES (2)";
        await Commands.UpgradeAsync("x2", Cancellation);
        Assert.Equal(target == "x1" ? ["1", "2", "3"] : [], await LinesAsync("SELECT id FROM t ORDER BY id"));
    }

    [Theory]
    [InlineData("x1")]
    [InlineData("x2")]
    [Row("I2.half-done")]
    public async Task A_stamp_ends_what_was_undone_in_part(string target)
    {
        await HalfDownAsync();
        await Commands.StampAsync(new([target]), Cancellation);
        Assert.Empty((await Commands.CurrentAsync(Cancellation)).Partly);
        _middle = "INSERT INTO t VALUES (2)";
        Assert.Equal(["x2"], (await Commands.UpgradeAsync("x2", Cancellation)).Heads);
        Assert.Equal(["x1"], (await Commands.DowngradeAsync("x1", Cancellation)).Heads);
    }

    [Fact]
    [Row("I2.half-done")]
    public async Task Of_two_branches_that_are_half_done_one_can_be_finished_after_the_other()
    {
        await HalfUpAsync();
        _project.Value.Add("y2", "x1", Halves);
        await ExecuteAsync(
            "INSERT INTO retort_history (revision, direction, who, started_at, milliseconds, tool_version, content_hash, outcome) SELECT 'y2', direction, who, started_at, milliseconds, tool_version, content_hash, outcome FROM retort_history WHERE outcome LIKE 'part 1 %'"
        );
        _middle = "INSERT INTO t VALUES (2)";
        _project.Value.Add("x3", "x2");
        await RefusedAsync(() => Commands.UpgradeAsync("x3", Cancellation));
        await Commands.UpgradeAsync("x2", Cancellation);
        await RefusedAsync(() => Commands.UpgradeAsync("x3", Cancellation));
        await Commands.UpgradeAsync("y2", Cancellation);
        Assert.Equal(["x3", "y2"], (await Commands.UpgradeAsync("heads", Cancellation)).Heads);
    }

    [Fact]
    [Row("I2.half-done")]
    public async Task A_first_revision_is_finished_on_the_way_to_base()
    {
        using var project = new ScriptedProject(Engine).Add(
            "r1",
            "",
            null,
            op =>
            {
                op.Execute("CREATE TABLE gone (id integer)");
                op.Autocommit(each => each.Execute(_middle));
            }
        );
        await project.Commands.UpgradeAsync("r1", Cancellation);
        await Assert.ThrowsAsync<MigrationFailedException>(() => project.Commands.DowngradeAsync("base", Cancellation));
        Assert.Contains(
            "`retort downgrade base`. ",
            (await RefusedAsync(() => project.Commands.UpgradeAsync("r1", Cancellation))).Hint,
            StringComparison.Ordinal
        );
        _middle = "SELECT 1";
        Assert.Empty((await project.Commands.DowngradeAsync("base", Cancellation)).Heads);
    }

    /// <summary>Three parts, the second of which fails as long as nothing else is said.</summary>
    private void Halves(Operations op)
    {
        op.Execute("INSERT INTO t VALUES (1)");
        op.Autocommit(each => each.Execute(_middle));
        op.Execute("INSERT INTO t VALUES (3)");
    }

    private async Task HalfUpAsync() =>
        Assert.Equal(
            1,
            (
                await Assert.ThrowsAsync<MigrationFailedException>(() => Commands.UpgradeAsync("x2", Cancellation))
            ).PartsDone
        );

    private async Task HalfDownAsync()
    {
        _middle = "INSERT INTO t VALUES (2)";
        await Commands.UpgradeAsync("x2", Cancellation);
        _middle = "nonsense";
        await Assert.ThrowsAsync<MigrationFailedException>(() => Commands.DowngradeAsync("x1", Cancellation));
    }

    private Task<PlanResult> PlanAsync(PlanKind kind, string target) =>
        Commands.PlanAsync(new(kind, [target]), Cancellation);

    private static async Task<MigrationException> RefusedAsync(Func<Task> run)
    {
        var error = await Assert.ThrowsAsync<MigrationException>(run);
        Assert.Equal("RT0762", error.Code);
        return error;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        await connection.ExecuteAsync(sql, Cancellation);
    }

    private async Task<string[]> LinesAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        return [.. (await connection.QueryAsync(sql, Cancellation)).Select(row => string.Join(' ', row))];
    }
}
