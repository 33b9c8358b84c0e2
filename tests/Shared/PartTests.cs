using Retort;
using Retort.Migrations;
using static Retort.Ddl;
using static Retort.Sql;

namespace Shared;

/// <summary>What a revision does beside changes of the schema in one transaction: code, big tables in batches, and what runs outside.</summary>
public abstract class PartTests : IDisposable
{
    private const int Numbers = 200;

    private static readonly Table Hero = new(
        "hero",
        Column("id", Integer(), nullable: false),
        Column("name", Text()),
        PrimaryKey("id")
    );

    private readonly List<MigrationEvent> _events = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected abstract Engine Engine { get; }

    public abstract void Dispose();

    [Fact]
    [Row("I2.code")]
    public async Task Code_runs_in_its_turn_with_typed_statements()
    {
        await UpgradeAsync(op =>
        {
            op.CreateTable("hero", Column("id", Integer(), nullable: false), Column("name", Text()), PrimaryKey("id"));
            op.BulkInsert("hero", ["id", "name"], [1, "ada"], [2, "bo"], [3, null]);
            op.Run(
                async (connection, cancellation) =>
                {
                    foreach (var row in await connection.QueryAsync(Select(Hero), cancellation))
                        if (row["name"] is string name)
                            await connection.ExecuteAsync(
                                Update(Hero)
                                    .Set(hero => hero["name"], name.ToUpperInvariant())
                                    .Where(hero => hero["id"] == row["id"]),
                                cancellation
                            );
                },
                "names in capitals"
            );
            op.AlterColumn("hero", "name", nullable: false, fill: "none");
        });
        Assert.Equal(["1 ADA", "2 BO", "3 none"], await LinesAsync("SELECT id, name FROM hero ORDER BY id"));
    }

    [Fact]
    [Row("I2.code")]
    public async Task Nothing_remains_of_code_that_fails()
    {
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            UpgradeAsync(op =>
            {
                op.CreateTable("hero", Column("id", Integer()));
                op.Run(
                    async (connection, cancellation) =>
                    {
                        await connection.ExecuteAsync("INSERT INTO hero VALUES (1)", cancellation);
                        throw new InvalidOperationException("no luck");
                    }
                );
            })
        );
        Assert.Contains("no luck", error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing of this revision remains.", error.Message, StringComparison.Ordinal);
        Assert.False(await HasTableAsync("hero"));
    }

    [Fact]
    [Row("I2.code")]
    public async Task Code_that_ends_the_transaction_is_an_error()
    {
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            UpgradeAsync(op => op.Run((connection, cancellation) => connection.CommitAsync(cancellation).AsTask()))
        );
        Assert.Equal("RT0752", Assert.IsType<MigrationException>(error.InnerException).Code);
    }

    [Fact]
    [Row("I2.autocommit")]
    public async Task What_runs_outside_of_a_transaction_goes_on_behind_what_is_done()
    {
        void Work(Operations op, string last)
        {
            op.CreateTable("hero", Column("id", Integer()));
            op.Autocommit(op =>
            {
                op.Execute("VACUUM");
                op.Execute("INSERT INTO hero VALUES (1)");
            });
            op.Execute(last);
        }
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            UpgradeAsync(op => Work(op, "INSERT INTO nowhere VALUES (1)"))
        );
        Assert.Equal(3, error.PartsDone);
        Assert.Contains(
            "It failed in part 4 of 4. Parts 1 to 3 are done, and stay.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Contains("it goes on with part 4", error.Hint, StringComparison.Ordinal);
        Assert.Empty(await LinesAsync("SELECT version_num FROM retort_version"));

        await UpgradeAsync(op => Work(op, "INSERT INTO hero VALUES (2)"));

        Assert.Equal(["1", "2"], await LinesAsync("SELECT id FROM hero ORDER BY id"));
        Assert.Equal(["a1"], await LinesAsync("SELECT version_num FROM retort_version"));
        Assert.Equal(4, _events.OfType<PartStarted>().Last().Parts);
    }

    [Fact]
    [Row("I2.autocommit")]
    public async Task Parts_that_are_done_must_stay_as_they_are()
    {
        void Work(Operations op, string first, string last)
        {
            op.Execute(first);
            op.Autocommit(op => op.Execute(last));
        }
        await Assert.ThrowsAsync<MigrationFailedException>(() =>
            UpgradeAsync(op => Work(op, "CREATE TABLE one (id integer)", "nonsense"))
        );
        var error = await Assert.ThrowsAsync<MigrationException>(() =>
            UpgradeAsync(op => Work(op, "CREATE TABLE two (id integer)", "VACUUM"))
        );
        Assert.Equal("RT0754", error.Code);
        Assert.Contains("has done part 1 of it", error.Message, StringComparison.Ordinal);
        Assert.Contains("does something else in scripts (op.IsScript)", error.Message, StringComparison.Ordinal);
        Assert.Contains("transactions are others now", error.Message, StringComparison.Ordinal);
        Assert.Contains("type `retort stamp base`;", error.Hint, StringComparison.Ordinal);
        Assert.Contains("type `retort stamp a1`.", error.Hint, StringComparison.Ordinal);
        Assert.False(await HasTableAsync("two"));

        await UpgradeAsync(op => Work(op, "CREATE TABLE one (id integer)", "VACUUM"));

        Assert.Equal(["a1"], await LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("I2.autocommit")]
    public async Task A_revision_that_is_done_is_done_anew_after_its_way_back()
    {
        var revision = Revision(
            op =>
            {
                op.Execute("CREATE TABLE one (id integer)");
                op.Autocommit(op => op.Execute("VACUUM"));
            },
            op =>
            {
                op.Autocommit(op => op.Execute("VACUUM"));
                op.DropTable("one");
            }
        );
        for (var time = 0; time < 2; time++)
        {
            await Runner(revision).UpgradeAsync(["heads"], Cancellation);
            Assert.True(await HasTableAsync("one"));
            await Runner(revision).DowngradeAsync("base", Cancellation);
            Assert.False(await HasTableAsync("one"));
        }
        Assert.Empty(await LinesAsync("SELECT version_num FROM retort_version"));
    }

    [Fact]
    [Row("L2.parts")]
    public async Task A_runner_that_finds_a_part_done_by_somebody_else_stops()
    {
        var error = await Assert.ThrowsAsync<MigrationException>(() =>
            UpgradeAsync(op =>
            {
                Work(op);
                op.Autocommit(op =>
                    op.Run(
                        async (connection, cancellation) =>
                            await connection.ExecuteAsync(
                                "INSERT INTO retort_history (revision, direction, who, started_at, milliseconds, tool_version, content_hash, outcome) SELECT revision, direction, who, started_at, milliseconds, tool_version, content_hash, replace(outcome, 'part 2', 'part 3') FROM retort_history WHERE outcome LIKE 'part 2 %'",
                                cancellation
                            )
                    )
                );
                op.Execute("CREATE TABLE two (id integer)");
            })
        );
        Assert.Equal("RT0755", error.Code);
        Assert.False(await HasTableAsync("two"));

        static void Work(Operations op)
        {
            op.Execute("CREATE TABLE one (id integer)");
            op.Autocommit(op => op.Execute("VACUUM"));
        }
    }

    [Fact]
    [Row("I2.batches")]
    public async Task Batches_that_failed_are_continued_and_each_row_is_changed_once()
    {
        await PrepareNumbersAsync();
        await ExecuteAsync("UPDATE numbers SET allowed = 0 WHERE id = 57");
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() => UpgradeAsync(Touch));
        Assert.Contains("Of part 1 the rows up to id 50 are done.", error.Message, StringComparison.Ordinal);
        Assert.Equal(["50"], await LinesAsync("SELECT sum(touched) FROM numbers"));

        await ExecuteAsync("UPDATE numbers SET allowed = 1 WHERE id = 57");
        await UpgradeAsync(Touch);

        Assert.Equal(["1 1"], await LinesAsync("SELECT min(touched), max(touched) FROM numbers"));
        Assert.Equal(["a1"], await LinesAsync("SELECT version_num FROM retort_version"));
        var told = _events.OfType<RowsChanged>().Last();
        Assert.Equal((150, "numbers: 150 rows changed, up to 200"), (told.Rows, told.ToString()));
    }

    [Fact]
    [Row("I2.batches")]
    public async Task Batches_that_were_cancelled_are_continued()
    {
        await PrepareNumbersAsync();
        using var cancellation = new CancellationTokenSource();
        var revision = Revision(op => op.UpdateInBatches("numbers", "id", "touched = touched + 1", batchSize: 1));

        var run = Task.Run(() => Runner(revision).UpgradeAsync(["heads"], cancellation.Token), Cancellation);
        while (await LinesAsync("SELECT sum(touched) FROM numbers") is ["0"])
            Assert.False(run.IsFaulted);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.InRange(int.Parse((await LinesAsync("SELECT sum(touched) FROM numbers"))[0], null), 1, Numbers - 1);
        await Runner(revision).UpgradeAsync(["heads"], Cancellation);

        Assert.Equal(["1 1"], await LinesAsync("SELECT min(touched), max(touched) FROM numbers"));
    }

    [Fact]
    [Row("I2.batches")]
    public async Task Rows_are_deleted_in_batches_by_any_key()
    {
        await ExecuteAsync("CREATE TABLE word (word varchar(20) PRIMARY KEY)");
        for (var number = 0; number < 30; number++)
            await ExecuteAsync($"INSERT INTO word VALUES ('it''s {number}')");
        await UpgradeAsync(op => op.DeleteInBatches("word", key: "word", where: "word LIKE '%1%'", batchSize: 7));
        Assert.Equal(["18"], await LinesAsync("SELECT count(*) FROM word"));
    }

    [Fact]
    [Row("I2.batches")]
    public async Task A_key_with_nulls_would_leave_rows_out()
    {
        await ExecuteAsync("CREATE TABLE word (word varchar(20))");
        await ExecuteAsync("INSERT INTO word VALUES (NULL)");
        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            UpgradeAsync(op => op.UpdateInBatches("word", key: "word", set: "word = 'x'"))
        );
        Assert.Equal("RT0753", Assert.IsType<MigrationException>(error.InnerException).Code);
    }

    [Fact]
    [Row("I2.bulk-insert")]
    public async Task Rows_are_inserted_with_exact_values()
    {
        var id = Guid.Parse("0191d0c2-5a3c-7c3f-9d5e-0123456789ab");
        var at = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(2));
        await UpgradeAsync(op =>
        {
            op.CreateTable(
                "thing",
                Column("id", Uuid(), nullable: false),
                Column("name", Text()),
                Column("rank", Numeric(10, 2)),
                Column("at", Timestamp(timeZone: true)),
                Column("data", Blob()),
                Column("good", Bool()),
                PrimaryKey("id")
            );
            op.BulkInsert(
                "thing",
                ["id", "name", "rank", "at", "data", "good"],
                [id, "it's \"so\"\n\\", 1.25m, at, new byte[] { 0, 255 }, true],
                [Guid.Empty, null, null, null, null, false]
            );
            op.BulkInsert("thing", ["id"], Enumerable.Range(1, 1200).Select(_ => (ValueList<object?>)[Guid.NewGuid()]));
        });
        var thing = new Table(
            "thing",
            Column("id", Uuid()),
            Column("name", Text()),
            Column("rank", Numeric(10, 2)),
            Column("at", Timestamp(timeZone: true)),
            Column("data", Blob()),
            Column("good", Bool())
        );
        await using var connection = await Engine.ConnectAsync(Cancellation);
        var row = Assert.Single(await connection.QueryAsync(Select(thing).Where(row => row["id"] == id), Cancellation));
        Assert.Equal([id, "it's \"so\"\n\\", 1.25m, at.ToUniversalTime(), new byte[] { 0, 255 }, true], row.Values);
        Assert.Equal(["1202"], await LinesAsync("SELECT count(*) FROM thing"));
    }

    [Fact]
    [Row("I2.bulk-insert")]
    public void A_row_with_too_few_values_is_named() =>
        Assert.Contains(
            "has 1 values (1); the columns are id, name",
            Assert.Throws<ArgumentException>(() => new Operations().BulkInsert("hero", ["id", "name"], [1])).Message,
            StringComparison.Ordinal
        );

    [Fact]
    [Row("I1.concurrently")]
    public async Task Indexes_are_built_and_dropped_concurrently()
    {
        var revision = Revision(
            op =>
            {
                op.CreateTable("hero", Column("id", Integer()), Column("name", Text()));
                op.CreateIndex("ix_hero_name", "hero", ["name"], concurrently: true, comment: "why");
                op.CreateIndex("uq_hero_id", "hero", ["id"], unique: true, concurrently: true);
                op.CreateUniqueConstraint("uq_hero", "hero", "id", usingIndex: "uq_hero_id");
            },
            op =>
            {
                op.DropIndex("ix_hero_name", "hero", concurrently: true);
                op.DropTable("hero");
            }
        );
        await Runner(revision).UpgradeAsync(["heads"], Cancellation);
        var hero = await TableAsync("hero");
        Assert.Equal(["ix_hero_name"], hero.Indexes.Select(index => index.Name));
        Assert.Equal(["uq_hero"], hero.UniqueConstraints.Select(unique => unique.Name));
        await Runner(revision).DowngradeAsync("base", Cancellation);
        Assert.False(await HasTableAsync("hero"));
    }

    [Fact]
    [Row("I1.not-valid")]
    public async Task Constraints_are_added_first_and_validated_later()
    {
        await UpgradeAsync(op =>
        {
            op.CreateTable("team", Column("id", Integer(), nullable: false), PrimaryKey("id"));
            op.CreateTable("hero", Column("id", Integer()), Column("team_id", Integer()));
            op.CreateForeignKey("fk_hero_team", "hero", "team", "team_id", "id", notValid: true);
            op.CreateCheckConstraint("ck_hero_id", "hero", "id > 0", notValid: true);
            op.ValidateConstraint("fk_hero_team", "hero");
            op.ValidateConstraint("ck_hero_id", "hero");
        });
        var hero = await TableAsync("hero");
        Assert.False(Assert.Single(hero.ForeignKeys).NotValid);
        Assert.False(Assert.Single(hero.CheckConstraints).NotValid);
    }

    protected static CompiledRevision Revision(Action<Operations> up, Action<Operations>? down = null) =>
        new("a1", "hash", () => new Scripted(up, down ?? (_ => { })));

    protected MigrationRunner Runner(CompiledRevision revision, IProgress<MigrationEvent>? progress = null) =>
        new(Engine, new RevisionSet([revision]), new MigrationOptions { Progress = progress ?? new Events(_events) });

    protected Task<MigrationRun> UpgradeAsync(Action<Operations> up) =>
        Runner(Revision(up)).UpgradeAsync(["heads"], Cancellation);

    protected async Task ExecuteAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        await connection.ExecuteAsync(sql, Cancellation);
    }

    /// <summary>The rows of a query, values separated by a blank.</summary>
    protected async Task<string[]> LinesAsync(string sql)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        return [.. (await connection.QueryAsync(sql, Cancellation)).Select(row => string.Join(' ', row))];
    }

    protected async Task<Table> TableAsync(string name)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        var schema = await connection.Inspector.ReadAsync(new CatalogRequest { Tables = [name] }, Cancellation);
        return schema.Tables.Single();
    }

    private async Task<bool> HasTableAsync(string name)
    {
        await using var connection = await Engine.ConnectAsync(Cancellation);
        return await connection.Inspector.HasTableAsync(name, Cancellation);
    }

    private static void Touch(Operations op) =>
        op.UpdateInBatches("numbers", key: "id", set: "touched = touched + 1", where: "id > 0", batchSize: 10);

    private async Task PrepareNumbersAsync()
    {
        await ExecuteAsync(
            "CREATE TABLE numbers (id integer PRIMARY KEY, touched integer NOT NULL DEFAULT 0, allowed integer NOT NULL DEFAULT 1, CHECK (touched <= allowed))"
        );
        await ExecuteAsync(
            $"INSERT INTO numbers (id) VALUES {string.Join(", ", Enumerable.Range(1, Numbers).Select(id => $"({id})"))}"
        );
    }

    private sealed class Scripted(Action<Operations> up, Action<Operations> down) : Migration
    {
        public override void Upgrade(Operations op) => up(op);

        public override void Downgrade(Operations op) => down(op);
    }

    private sealed class Events(List<MigrationEvent> events) : IProgress<MigrationEvent>
    {
        public void Report(MigrationEvent value) => events.Add(value);
    }
}
