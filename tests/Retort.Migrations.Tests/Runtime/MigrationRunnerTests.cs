namespace Retort.Migrations.Tests.Runtime;

public sealed class MigrationRunnerTests : IDisposable
{
    private readonly MigratedDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact, Row("G3.upgrade")]
    public async Task Upgrade_runs_what_is_missing_and_remembers_it()
    {
        var run = await _database.Upgrade(Scripted.Table("a1"), Scripted.Table("b2", after: "a1"));

        Assert.Equal(["a1", "b2"], run.Applied.Select(each => each.Revision.Id));
        Assert.Equal(["b2"], run.Heads);
        Assert.Equal(["b2"], await _database.Versions());
        Assert.Equal(2, (await _database.Schema()).Length);
    }

    [Fact, Row("G3.upgrade")]
    public async Task A_second_upgrade_does_nothing()
    {
        await _database.Upgrade(Scripted.Table("a1"));

        var run = await _database.Upgrade(Scripted.Table("a1"));

        Assert.Empty(run.Applied);
        Assert.Equal(["a1"], run.Heads);
        Assert.Equal(["1"], await _database.Rows("SELECT count(*) FROM retort_history"));
    }

    [Fact, Row("G3.downgrade")]
    public async Task Up_down_up_ends_where_it_was()
    {
        CompiledRevision[] revisions = [Scripted.Table("a1"), Scripted.Table("b2", after: "a1")];
        await _database.Upgrade(revisions);
        var schema = await _database.Schema();

        var down = await _database.Downgrade("base", revisions);
        Assert.Equal(["b2", "a1"], down.Applied.Select(each => each.Revision.Id));
        Assert.Empty(await _database.Schema());
        Assert.Empty(await _database.Versions());

        await _database.Upgrade(revisions);
        Assert.Equal(schema, await _database.Schema());
    }

    [Fact, Row("G3.downgrade")]
    public async Task A_revision_without_a_way_back_is_found_before_anything_is_undone()
    {
        CompiledRevision[] revisions =
        [
            Scripted.Revision("a1", op => op.Execute("CREATE TABLE a (id)")),
            Scripted.Table("b2", after: "a1"),
        ];
        await _database.Upgrade(revisions);

        var error = await Assert.ThrowsAsync<MigrationException>(() => _database.Downgrade("base", revisions));

        Assert.Equal("RT0711", error.Code);
        Assert.Equal(["b2"], await _database.Versions());
    }

    [Fact, Row("G5.history")]
    public async Task History_says_who_ran_what_when_and_how_it_ended()
    {
        var table = Scripted.Table("a1", hash: "0123");
        await _database.Upgrade(table);
        await _database.Downgrade("base", table);
        await Assert.ThrowsAsync<MigrationFailedException>(() =>
            _database.Upgrade(table, Scripted.Revision("b2", op => op.Execute("nonsense"), after: "a1"))
        );

        Assert.Equal(
            [
                "a1|upgrade|tester@here|0123|done",
                "a1|downgrade|tester@here|0123|done",
                "a1|upgrade|tester@here|0123|done",
                "b2|upgrade|tester@here|h1|fail",
            ],
            await _database.Rows(
                "SELECT revision, direction, who, content_hash, substr(outcome, 1, 4) FROM retort_history ORDER BY id"
            )
        );
        Assert.Equal(
            ["1"],
            await _database.Rows(
                "SELECT DISTINCT milliseconds >= 0 AND started_at LIKE '20__-__-__ __:__:__.______+00:00' AND tool_version <> '' FROM retort_history"
            )
        );
    }

    [Fact, Row("L3.fault")]
    public async Task Nothing_remains_of_a_revision_whose_statement_fails_whichever_it_is()
    {
        const int Statements = 5;
        var first = Scripted.Table("a1");
        await _database.Upgrade(first);
        var before = await _database.Schema();
        for (var failing = 0; failing < Statements; failing++)
        {
            var broken = Scripted.Revision("b2", op => Work(op, failing), after: "a1");

            var error = await Assert.ThrowsAsync<MigrationFailedException>(() => _database.Upgrade(first, broken));

            Assert.Equal(["a1"], error.Heads!);
            Assert.Equal("nonsense", error.Statement);
            Assert.Equal(["a1"], await _database.Versions());
            Assert.Equal(before, await _database.Schema());
        }
        await _database.Upgrade(first, Scripted.Revision("b2", op => Work(op, -1), after: "a1"));
        Assert.Equal(["b2"], await _database.Versions());

        static void Work(Operations op, int failing)
        {
            for (var at = 0; at < Statements; at++)
                if (at == failing)
                    op.Execute("nonsense");
                else if (at == 2)
                    op.DropColumn("t1", "note");
                else
                    op.CreateTable($"t{at}", Ddl.Column("id", Ddl.Integer()), Ddl.Column("note", Ddl.Text()));
        }
    }

    [Fact, Row("M2.failed-statement")]
    public async Task A_failure_says_revision_file_statement_and_state()
    {
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            _database.Upgrade(
                Scripted.Table("a1"),
                Scripted.Revision("b2", op => op.Execute("INSERT INTO nowhere VALUES (1)"), after: "a1")
            )
        );

        Assert.Contains("revision b2 (do b2)", error.Message);
        Assert.Contains("File: b2_do.cs", error.Message);
        Assert.Contains("INSERT INTO nowhere VALUES (1)", error.Message);
        Assert.Contains("Nothing of this revision remains. Before it a1 ran, and that stays.", error.Message);
        Assert.Contains($"{_database.File} is at a1.", error.Message);
        Assert.NotNull(error.Hint);
    }

    [Fact, Row("M2.failed-statement")]
    public async Task A_revision_that_throws_is_named_and_nothing_is_run()
    {
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            _database.Upgrade(
                Scripted.Table("a1"),
                Scripted.Revision("b2", _ => throw new InvalidOperationException("no luck"), after: "a1")
            )
        );

        Assert.Equal("b2", error.Revision.Id);
        Assert.Contains("no luck", error.Message);
        Assert.Empty(await _database.Schema());
    }

    [Fact, Row("L2.guard")]
    public async Task A_runner_that_passed_the_lock_meets_the_guard()
    {
        await _database.Upgrade(Scripted.Table("a1"));
        var overtaken = Scripted.Revision("b2", op => op.Execute("CREATE TABLE b2 (id)"), after: "a1");
        _database.Options = _database.Options with
        {
            Progress = new Watcher(happened =>
            {
                if (happened is RevisionStarted)
                    _database.Run("UPDATE retort_version SET version_num = 'b2'");
            }),
        };

        var error = await Assert.ThrowsAsync<MigrationException>(() =>
            _database.Upgrade(Scripted.Table("a1"), overtaken)
        );

        Assert.Equal("RT0714", error.Code);
        Assert.Equal(["b2"], await _database.Versions());
        Assert.Single(await _database.Schema());
    }

    [Fact, Row("L1.parallel")]
    public async Task Eight_runners_at_once_run_each_revision_once()
    {
        CompiledRevision[] revisions = [Scripted.Table("a1"), Scripted.Table("b2", "a1"), Scripted.Table("c3", "b2")];

        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => _database.NewEngine())
                .Select(engine =>
                    Task.Run(() =>
                        new MigrationRunner(engine, new RevisionSet(revisions), _database.Options).UpgradeAsync(
                            ["head"],
                            TestContext.Current.CancellationToken
                        )
                    )
                )
        );

        Assert.Equal(3, runs.Sum(run => run.Applied.Count));
        Assert.All(runs, run => Assert.Equal(["c3"], run.Heads));
        Assert.Equal(["a1", "b2", "c3"], await _database.Rows("SELECT revision FROM retort_history ORDER BY id"));
    }

    [Fact, Row("L1.timeout")]
    public async Task A_lock_that_is_not_given_back_is_an_error_that_names_its_holder()
    {
        await using var held = _database.NewEngine().NewLock(VersionTable.DefaultName, "somebody@elsewhere");
        Assert.True(await held.TryTakeAsync(TestContext.Current.CancellationToken));
        _database.Options = _database.Options with { LockTimeout = TimeSpan.FromMilliseconds(50) };

        var error = await Assert.ThrowsAsync<LockTimeoutException>(() => _database.Upgrade(Scripted.Table("a1")));

        Assert.Contains("somebody@elsewhere", error.Message);
        Assert.Equal("somebody@elsewhere", error.Holder);
    }

    [Fact, Row("G5.changed-file")]
    public async Task An_applied_file_that_was_changed_is_a_warning()
    {
        await _database.Upgrade(Scripted.Table("a1", hash: "before"));
        var events = new List<MigrationEvent>();
        _database.Options = _database.Options with { Progress = new Watcher(events.Add) };

        var run = await _database.Upgrade(Scripted.Table("a1", hash: "after"));

        Assert.Equal("a1", Assert.Single(run.ChangedFiles).Id);
        Assert.Contains("a1", Assert.IsType<AppliedFileChanged>(Assert.Single(events)).ToString());
    }

    [Fact, Row("F1.foreign-keys")]
    public async Task Rows_that_would_refer_to_none_undo_the_revision()
    {
        var tables = Scripted.Revision(
            "a1",
            op =>
                op.Execute(
                    "CREATE TABLE team (id INTEGER PRIMARY KEY); CREATE TABLE hero (team_id REFERENCES team); INSERT INTO team VALUES (1); INSERT INTO hero VALUES (1), (7)"
                )
        );
        var failed = await Assert.ThrowsAsync<MigrationFailedException>(() => _database.Upgrade(tables));
        Assert.Contains("row 2 of table hero", failed.Message);
        Assert.Empty(await _database.Schema());
    }

    [Fact, Row("F1.foreign-keys")]
    public async Task Rows_that_referred_to_none_before_are_no_reason_to_stop()
    {
        _database.Run("CREATE TABLE team (id INTEGER PRIMARY KEY); CREATE TABLE hero (team_id REFERENCES team)");
        _database.Run("INSERT INTO hero VALUES (7)");

        var run = await _database.Upgrade(Scripted.Table("a1"));

        Assert.Equal(["a1"], run.Heads);
    }

    [Fact, Row("G3.cancel")]
    public async Task A_cancelled_run_leaves_the_revision_before()
    {
        using var cancellation = new CancellationTokenSource();
        _database.Options = _database.Options with
        {
            Progress = new Watcher(happened =>
            {
                if (happened is RevisionStarted { Revision.Id: "b2" })
                    cancellation.Cancel();
            }),
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _database
                .Runner(Scripted.Table("a1"), Scripted.Table("b2", "a1"))
                .UpgradeAsync(["head"], cancellation.Token)
        );

        Assert.Equal(["a1"], await _database.Versions());
    }

    [Fact, Row("M1.progress")]
    public void Progress_reads_as_a_line()
    {
        var revision = new Revision("b2") { DownRevisions = ["a1"], Message = "do b2" };

        Assert.Equal("Running upgrade a1 -> b2, do b2", new RevisionStarted(revision, Direction.Upgrade).ToString());
        Assert.Equal(
            "Running downgrade b2 -> a1, do b2",
            new RevisionStarted(revision, Direction.Downgrade).ToString()
        );
        Assert.Equal("Part 2 of 3: VACUUM", new PartStarted(revision, 2, 3, "VACUUM").ToString());
        Assert.Equal(
            "hero: 10,000 rows changed, up to 12000",
            new RowsChanged(revision, "hero", 10_000, "12000").ToString()
        );
    }

    private sealed class Watcher(Action<MigrationEvent> watch) : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value) => watch(value);
    }
}
