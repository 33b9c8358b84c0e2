using Retort;
using Retort.Migrations;

namespace Shared;

/// <summary>What is written into the version table without running anything.</summary>
public abstract class StampTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected StampTests()
    {
        Write("a1", null);
        Write("b2", "a1");
        Write("c3", "a1");
    }

    protected abstract Engine Engine { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private MigrationCommands Commands =>
        new(new CommandContext(new MigrationsConfig(_folder.Path)) { Engine = Engine });

    public virtual void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    [Fact]
    [Row("G4.stamp")]
    public async Task A_stamp_runs_nothing_and_leaves_lines_in_the_history()
    {
        var result = await Commands.StampAsync(new(["b2", "c3"]), Token);

        Assert.Empty(result.Before);
        Assert.Equal(["b2", "c3"], result.Heads);
        Assert.Equal(["b2", "c3"], await ColumnAsync("SELECT version_num FROM retort_version ORDER BY 1"));
        Assert.Equal(
            ["b2 upgrade stamped", "c3 upgrade stamped"],
            await ColumnAsync(
                "SELECT revision || ' ' || direction || ' ' || outcome FROM retort_history ORDER BY revision"
            )
        );
        Assert.Equal(
            [64],
            (await ColumnAsync("SELECT content_hash FROM retort_history")).Select(hash => hash.Length).Distinct()
        );
    }

    [Fact]
    [Row("G4.stamp")]
    public async Task A_stamp_takes_the_place_of_the_rows_of_its_line()
    {
        await Commands.StampAsync(new(["b2"]), Token);

        Assert.Equal(["a1"], (await Commands.StampAsync(new(["a1"]), Token)).Heads);
        Assert.Empty((await Commands.StampAsync(new(["base"]), Token)).Heads);
        Assert.Empty(await ColumnAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("H3.stamp-callback")]
    public async Task The_environment_is_called_back_for_each_row_in_the_transaction_of_the_stamp()
    {
        var told = new List<string>();
        await StampAsync(applied => told.Add(Describe(applied)), new(["b2", "c3"]));
        await StampAsync(applied => told.Add(Describe(applied)), new(["base"]));
        await StampAsync(applied => told.Add(Describe(applied)), new(["c3"]));
        await using (var connection = await Engine.ConnectAsync(ConnectionPurpose.Migration, Token))
            await connection.ExecuteAsync("UPDATE retort_version SET version_num = 'gone'", Token);
        await StampAsync(applied => told.Add(Describe(applied)), new(["base"]) { Purge = true });

        Assert.Equal(
            [
                "b2 Upgrade stamp night: b2",
                "c3 Upgrade stamp night: b2 c3",
                "b2 Downgrade stamp night: c3",
                "c3 Downgrade stamp night: ",
                "c3 Upgrade stamp night: c3",
                "gone Downgrade stamp night: ",
            ],
            told
        );

        var error = await Assert.ThrowsAsync<MigrationException>(() =>
            StampAsync(_ => throw new NotSupportedException("no"), new(["b2"]))
        );

        Assert.Equal("RT0756", error.Code);
        Assert.Empty(await ColumnAsync("SELECT version_num FROM retort_version"));
    }

    private static string Describe(VersionApplied applied)
    {
        Assert.True(applied.Connection.InTransaction);
        return $"{applied.Revision.Id} {applied.Direction} {(applied.IsStamp ? "stamp" : "run")} {applied.Tag}: {string.Join(' ', applied.Heads)}";
    }

    private Task<StampResult> StampAsync(Action<VersionApplied> told, StampOptions options) =>
        new StampCommand(
            new(new MigrationsConfig(_folder.Path))
            {
                Engine = Engine,
                Environment = new Env(told),
                Tag = "night",
            }
        ).RunAsync(options, Token);

    [Fact]
    [Row("G4.stamp-purge")]
    public async Task Only_a_purge_gets_rid_of_a_row_that_no_file_declares()
    {
        await Commands.StampAsync(new(["b2"]), Token);
        await using (var connection = await Engine.ConnectAsync(ConnectionPurpose.Migration, Token))
            await connection.ExecuteAsync("UPDATE retort_version SET version_num = 'gone'", Token);

        var error = await Assert.ThrowsAsync<RevisionException>(() => Commands.StampAsync(new(["c3"]), Token));

        Assert.Equal("RT0541", error.Code);
        var result = await Commands.StampAsync(new(["c3"]) { Purge = true }, Token);
        Assert.Equal(["gone"], result.Before);
        Assert.Equal(["c3"], await ColumnAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("G4.stamp")]
    public async Task What_a_stamp_cannot_mean_changes_nothing()
    {
        await Commands.StampAsync(new(["b2"]), Token);

        Assert.Equal("RT0521", await CodeOf("b3"));
        Assert.Equal("RT0525", await CodeOf("head"));
        Assert.Equal("RT0527", await CodeOf("+1"));
        Assert.Equal(["b2"], await ColumnAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("G4.stamp")]
    public async Task A_stamp_waits_for_the_lock()
    {
        await using var held = Engine.NewLock(VersionTable.DefaultName, "somebody@elsewhere");
        Assert.True(await held.TryTakeAsync(Token));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Commands.StampAsync(new(["b2"]), patience.Token));

        Assert.Empty((await Commands.CurrentAsync(Token)).Revisions);
    }

    [Fact]
    [Row("G4.ensure-version")]
    public async Task Both_tables_are_created_once()
    {
        Assert.Equal(
            ["retort_version", "retort_history"],
            (await Commands.EnsureVersionAsync(Token)).Select(table => table.Name)
        );
        Assert.Empty(await Commands.EnsureVersionAsync(Token));
        Assert.Empty(await ColumnAsync("SELECT version_num FROM retort_version"));
    }

    private async Task<string> CodeOf(string target) =>
        (await Assert.ThrowsAsync<RevisionException>(() => Commands.StampAsync(new([target]), Token))).Code;

    private async Task<string[]> ColumnAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Token);
        return [.. (await connection.QueryAsync(sql, Token)).Select(row => (string)row[0]!)];
    }

    private void Write(string id, string? parent) =>
        _folder.Write(
            $"migrations/versions/{id}.cs",
            $"[Revision(\"{id}\")] {(parent is null ? "" : $"[Revises(\"{parent}\")]")} class C{id} : Migration {{ }}"
        );

    private sealed class Env(Action<VersionApplied> told) : MigrationEnvironment
    {
        public override MetaData TargetMetaData => new();

        public override ValueTask OnVersionApplyAsync(VersionApplied applied, CancellationToken cancellationToken)
        {
            told(applied);
            return ValueTask.CompletedTask;
        }
    }
}
