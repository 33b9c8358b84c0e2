using Retort;
using Retort.Migrations;
using static Retort.Ddl;

namespace Shared;

/// <summary>Which transactions the revisions of a run have, and who is called back in them.</summary>
public abstract class TransactionTests : IDisposable
{
    private readonly List<MigrationEvent> _events = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    [Fact]
    [Row("L2.all")]
    public async Task In_one_transaction_nothing_remains_whichever_statement_fails()
    {
        for (var failing = 0; failing < 9; failing++)
        {
            var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
                UpgradeAsync(TransactionMode.All, History(failing))
            );
            Assert.Equal("nonsense", error.Statement);
            Assert.Empty(error.Heads!);
            Assert.Empty(error.Applied);
            Assert.Empty(await TablesAsync());
            Assert.Empty(await ColumnAsync("SELECT version_num FROM retort_version"));
        }
        Assert.Empty(_events.OfType<RevisionFinished>());
        Assert.Equal(3, (await UpgradeAsync(TransactionMode.All, History(-1))).Applied.Count);
        Assert.Equal(3, _events.OfType<RevisionFinished>().Count());
        Assert.Equal(9, (await TablesAsync()).Count);
        Assert.Equal(["c3"], await ColumnAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("L2.all")]
    public async Task The_error_of_one_transaction_says_what_was_undone_with_it()
    {
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            UpgradeAsync(TransactionMode.All, History(7))
        );
        Assert.Contains(
            "Nothing of this revision remains. Before it a1, b2 ran in the same transaction, and nothing of that remains.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(" is at base.", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("it begins anew.", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    [Row("L2.all")]
    public async Task In_one_transaction_nothing_remains_of_a_run_that_is_interrupted()
    {
        using var interruption = new CancellationTokenSource();
        var interrupts = Scripted.Revision(
            "d4",
            op =>
                op.Run(
                    async (_, token) =>
                    {
                        await interruption.CancelAsync();
                        token.ThrowIfCancellationRequested();
                    }
                ),
            after: "c3"
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Runner(TransactionMode.All, [.. History(-1), interrupts]).UpgradeAsync(["heads"], interruption.Token)
        );
        Assert.Empty(await TablesAsync());
        Assert.Empty(await ColumnAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("L2.all")]
    public async Task In_one_transaction_a_constraint_that_fails_at_the_end_undoes_all()
    {
        var refers = Scripted.Revision(
            "d4",
            op =>
            {
                op.CreateTable("team", Column("id", Integer(), nullable: false), PrimaryKey("id"));
                op.CreateTable(
                    "hero",
                    Column("team_id", Integer()),
                    ForeignKey("team_id", "team", "id", timing: Deferred)
                );
                op.Execute("INSERT INTO hero VALUES (7)");
            },
            after: "c3"
        );
        await Assert.ThrowsAsync<MigrationFailedException>(() =>
            UpgradeAsync(TransactionMode.All, [.. History(-1), refers])
        );
        Assert.Empty(await TablesAsync());
    }

    [Fact]
    [Row("L2.check")]
    public async Task What_cannot_run_in_one_transaction_is_known_before_the_start()
    {
        var outside = Scripted.Revision("d4", op => op.Autocommit(op => op.Execute("VACUUM")), after: "c3");
        var error = await Assert.ThrowsAsync<MigrationException>(() =>
            UpgradeAsync(TransactionMode.All, [.. History(-1), outside])
        );
        Assert.Equal("RT0758", error.Code);
        Assert.StartsWith(
            "Revision d4 (d4_do.cs:1) contains VACUUM, which cannot run in the one transaction",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(await TablesAsync());
        Assert.Empty(_events);
    }

    [Fact]
    [Row("L2.none")]
    public async Task Without_transactions_what_is_done_stays_and_the_next_run_goes_on_whichever_statement_fails()
    {
        for (var failing = 0; failing < 9; failing++)
        {
            var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
                UpgradeAsync(TransactionMode.None, History(failing))
            );
            Assert.Equal(failing % 3, error.PartsDone);
            Assert.Equal(failing, (await TablesAsync()).Count);
            Assert.Equal(
                failing / 3 == 0 ? [] : [new[] { "a1", "b2" }[failing / 3 - 1]],
                await ColumnAsync("SELECT version_num FROM retort_version")
            );
            Assert.Contains($"it goes on with part {failing % 3 + 1}", error.Hint, StringComparison.Ordinal);
        }
        await UpgradeAsync(TransactionMode.None, History(-1));
        Assert.Equal(9, (await TablesAsync()).Count);
        Assert.Equal(["c3"], await ColumnAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("L2.none-once")]
    public async Task Without_transactions_an_operation_is_done_with_its_line_or_not_at_all()
    {
        CompiledRevision[] history =
        [
            Scripted.Revision("a1", op => op.CreateTable("seen", Column("word", Text()))),
            Scripted.Revision(
                "b2",
                op =>
                {
                    op.BulkInsert("seen", ["word"], ["once"]);
                    op.CreateTable("more", Column("id", Integer()));
                },
                after: "a1"
            ),
        ];
        await Runner(TransactionMode.None, history).UpgradeAsync(["a1"], Cancellation);
        await ExecuteAsync("CREATE UNIQUE INDEX one ON retort_history (tool_version)");

        await Assert.ThrowsAsync<MigrationFailedException>(() => UpgradeAsync(TransactionMode.None, history));

        Assert.Empty(await ColumnAsync("SELECT word FROM seen"));
        await ExecuteAsync("DROP INDEX one");
        await UpgradeAsync(TransactionMode.None, history);
        Assert.Equal(["once"], await ColumnAsync("SELECT word FROM seen"));
    }

    [Theory]
    [InlineData(TransactionMode.Revision, "DDL is transactional: each revision is done, or nothing of it remains")]
    [InlineData(TransactionMode.All, "DDL is transactional: all revisions are done, or nothing of them remains")]
    [InlineData(TransactionMode.None, "Without transactions: what is done stays where an operation fails")]
    [Row("G3.transactional-ddl")]
    public async Task Before_the_first_step_it_is_told_what_a_failure_undoes(TransactionMode mode, string text)
    {
        await UpgradeAsync(mode, History(-1));
        Assert.Equal(text, Assert.IsType<RunStarted>(_events[0]).ToString());
        _events.Clear();
        await UpgradeAsync(mode, History(-1));
        Assert.Empty(_events);
    }

    [Fact]
    [Row("G3.transactional-ddl")]
    public async Task It_is_told_that_parts_of_a_revision_stay()
    {
        await UpgradeAsync(
            TransactionMode.Revision,
            Scripted.Revision("a1", op => op.Autocommit(op => op.Execute("VACUUM")))
        );
        Assert.Equal(
            "DDL is transactional: each revision is done, or nothing of it remains but the parts that are done of one with several",
            Assert.IsType<RunStarted>(_events[0]).ToString()
        );
    }

    [Fact]
    [Row("H3.on-version-apply")]
    public async Task A_callback_writes_in_the_transaction_of_its_revision()
    {
        var environment = new Env
        {
            OnApply = applied =>
                applied.Connection.ExecuteAsync(
                    $"INSERT INTO seen VALUES ('{applied.Direction} {applied.Revision.Id}: {string.Join(' ', applied.Heads)} {applied.Tag}')",
                    Cancellation
                ),
        };
        await ExecuteAsync("CREATE TABLE seen (word varchar(80))");
        await Runner(environment, History(-1)).UpgradeAsync(["heads"], Cancellation);
        await Runner(environment, History(-1)).DowngradeAsync("b2", Cancellation);
        Assert.Equal(
            ["Downgrade c3: b2 night", "Upgrade a1: a1 night", "Upgrade b2: b2 night", "Upgrade c3: c3 night"],
            await ColumnAsync("SELECT word FROM seen ORDER BY word")
        );
    }

    [Fact]
    [Row("H3.on-version-apply")]
    public async Task A_callback_that_throws_undoes_the_revision()
    {
        var environment = new Env
        {
            OnApply = applied =>
                applied.Revision.Id == "b2" ? throw new InvalidOperationException("no luck") : ValueTask.FromResult(0),
        };
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            Runner(environment, History(-1)).UpgradeAsync(["heads"], Cancellation)
        );
        Assert.Equal("RT0756", Assert.IsType<MigrationException>(error.InnerException).Code);
        Assert.Contains(
            "OnVersionApplyAsync of the environment threw InvalidOperationException: no luck",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Equal("b2", error.Revision.Id);
        Assert.Equal(["a1"], await ColumnAsync("SELECT version_num FROM retort_version"));
        Assert.Equal(3, (await TablesAsync()).Count);
    }

    [Fact]
    [Row("H3.on-version-apply")]
    public async Task A_callback_that_ends_the_transaction_is_an_error()
    {
        var environment = new Env
        {
            OnApply = async applied =>
            {
                await applied.Connection.CommitAsync(Cancellation);
                return 0;
            },
        };
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            Runner(environment, History(-1)).UpgradeAsync(["heads"], Cancellation)
        );
        Assert.Equal("RT0752", Assert.IsType<MigrationException>(error.InnerException).Code);
    }

    [Fact]
    [Row("H5.after-apply")]
    public async Task After_a_run_that_did_something_the_environment_is_called_once()
    {
        var runs = new List<MigrationRun>();
        var environment = new Env { After = runs.Add };
        await Runner(environment, History(-1)).UpgradeAsync(["heads"], Cancellation);
        await Runner(environment, History(-1)).UpgradeAsync(["heads"], Cancellation);
        Assert.Equal(["a1", "b2", "c3"], Assert.Single(runs).Applied.Select(each => each.Revision.Id));
        Assert.Equal(["c3"], runs[0].Heads);
    }

    [Fact]
    [Row("H5.after-apply")]
    public async Task What_throws_after_a_run_undoes_nothing()
    {
        var environment = new Env { After = _ => throw new InvalidOperationException("no luck") };
        var error = await Assert.ThrowsAsync<MigrationException>(() =>
            Runner(environment, History(-1)).UpgradeAsync(["heads"], Cancellation)
        );
        Assert.Equal("RT0757", error.Code);
        Assert.Contains("The run before it is done: a1, b2, c3.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["c3"], await ColumnAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("H3.arguments")]
    public async Task Revisions_read_the_arguments_and_the_tag_of_a_run()
    {
        var asks = Scripted.Revision(
            "a1",
            op =>
                op.If(
                    Engine.Dialect.Name,
                    op => op.CreateTable($"{op.Arguments["name"]}_{op.Tag}", Column("id", Integer()))
                )
        );
        var options = new MigrationOptions { Tag = "night", Arguments = MigrationArguments.Parse(["name=owl"]) };
        await new MigrationRunner(Engine, new RevisionSet([asks]), options).UpgradeAsync(["heads"], Cancellation);
        Assert.Equal(["owl_night"], await TablesAsync());
    }

    /// <summary>Three revisions of three statements each, one of which fails.</summary>
    private static CompiledRevision[] History(int failing) =>
        [Three("a1", 0, failing), Three("b2", 3, failing, "a1"), Three("c3", 6, failing, "b2")];

    private static CompiledRevision Three(string id, int first, int failing, params string[] after) =>
        Scripted.Revision(
            id,
            op =>
            {
                for (var at = first; at < first + 3; at++)
                    if (at == failing)
                        op.Execute("nonsense");
                    else
                        op.CreateTable($"t{at}", Column("id", Integer()));
            },
            op =>
            {
                for (var at = first; at < first + 3; at++)
                    op.DropTable($"t{at}");
            },
            after
        );

    private Task<MigrationRun> UpgradeAsync(TransactionMode mode, params CompiledRevision[] revisions) =>
        Runner(mode, revisions).UpgradeAsync(["heads"], Cancellation);

    private MigrationRunner Runner(TransactionMode mode, params CompiledRevision[] revisions) =>
        new(
            Engine,
            new RevisionSet(revisions),
            new MigrationOptions { Transactions = mode, Progress = new Events(_events) }
        );

    private MigrationRunner Runner(Env environment, params CompiledRevision[] revisions) =>
        new(Engine, new RevisionSet(revisions), new MigrationOptions { Tag = "night" }.With(environment));

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        await connection.ExecuteAsync(sql, Cancellation);
    }

    private async Task<string[]> ColumnAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        return [.. (await connection.QueryAsync(sql, Cancellation)).Select(row => (string)row[0]!)];
    }

    /// <summary>All tables but those of the runtime.</summary>
    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        var schema = await connection.Inspector.ReadAsync(cancellationToken: Cancellation);
        return
        [
            .. schema
                .Tables.Select(table => table.Name)
                .Where(name => !name.StartsWith("retort_", StringComparison.Ordinal)),
        ];
    }

    private sealed class Env : MigrationEnvironment
    {
        public Func<VersionApplied, ValueTask<int>> OnApply { get; init; } = _ => ValueTask.FromResult(0);

        public Action<MigrationRun> After { get; init; } = _ => { };

        public override MetaData TargetMetaData => new();

        public override async ValueTask OnVersionApplyAsync(
            VersionApplied applied,
            CancellationToken cancellationToken
        ) => await OnApply(applied);

        public override ValueTask AfterApplyAsync(MigrationRun run, Engine engine, CancellationToken cancellationToken)
        {
            After(run);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Events(List<MigrationEvent> events) : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value) => events.Add(value);
    }
}
