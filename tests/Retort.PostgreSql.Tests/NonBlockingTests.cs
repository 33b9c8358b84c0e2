using System.Diagnostics;
using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests;

/// <summary>Generated revisions on tables that are there, while others write.</summary>
public sealed class NonBlockingTests : IDisposable
{
    /// <summary>How many milliseconds a writer waits before it counts as kept waiting.</summary>
    private const int Patience = 2000;

    private readonly TempDatabase _database = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static Table Team { get; } = new("team", Column("id", Integer(), nullable: false), PrimaryKey("id"));

    private static Table Before { get; } =
        new(
            "hero",
            Column("id", Integer(), nullable: false),
            Column("name", Text()),
            Column("rank", Integer()),
            Column("code", Integer()),
            Column("team_id", Integer()),
            PrimaryKey("id"),
            Index(["code"], name: "ix_old")
        );

    private static Table After { get; } =
        new(
            "hero",
            Column("id", Integer(), nullable: false),
            Column("name", Text(), nullable: false),
            Column("rank", Integer(), nullable: false, serverDefault: 7),
            Column("code", Integer()),
            Column("team_id", Integer()),
            PrimaryKey("id"),
            Unique("code", name: "uq_hero_code"),
            Check("slowly(rank) >= 0", name: "ck_hero_rank"),
            ForeignKey("team_id", "team", "id", name: "fk_hero_team"),
            Index([Sql("slowly(rank)")], name: "ix_hero_slow")
        );

    public void Dispose() => _database.Dispose();

    [Fact]
    [Row("J5.non-blocking")]
    public async Task Writers_are_not_kept_waiting_and_the_schema_is_that_of_the_models()
    {
        await PrepareAsync(rows: 2000);
        var changes = (await CompareAsync(After)).WithoutBlocking(_database.Engine.Dialect);

        var waited = await WhileWritingAsync(() => UpgradeAsync(changes));

        Assert.InRange(waited, 0, Patience);
        Assert.Empty((await CompareAsync(After)).Detected);
        Assert.Equal("0", _database.Sql("SELECT count(*) FROM hero WHERE name IS NULL OR rank IS NULL").Trim());
        Assert.Equal("a1", _database.Sql("SELECT version_num FROM retort_version").Trim());

        waited = await WhileWritingAsync(() => DowngradeAsync(changes));

        Assert.InRange(waited, 0, Patience);
        Assert.Empty((await CompareAsync(Before)).Detected);
    }

    [Fact]
    [Row("J5.non-blocking")]
    public async Task Without_the_forms_writers_are_kept_waiting()
    {
        await PrepareAsync(rows: 2000);
        var changes = await CompareAsync(After);

        Assert.InRange(await WhileWritingAsync(() => UpgradeAsync(changes)), Patience, int.MaxValue);
    }

    [Fact]
    [Row("J5.non-blocking")]
    public async Task An_index_waits_for_an_open_transaction_and_nobody_waits_for_the_index()
    {
        await PrepareAsync();
        var wanted = new Table(Before.FullName, Before.Elements, [.. Before.Indexes, TableIndex.On("ix_new", "name")]);
        var changes = (await CompareAsync(wanted)).WithoutBlocking(_database.Engine.Dialect);
        await using var open = await _database.Engine.ConnectAsync(Cancellation);
        await open.BeginAsync(Cancellation);
        await open.ExecuteAsync("UPDATE hero SET name = 'open' WHERE id = 1", Cancellation);

        var run = UpgradeAsync(changes);
        while (_database.Sql("SELECT count(*) FROM pg_index WHERE NOT indisvalid").Trim() == "0")
            await Task.Delay(10, Cancellation);
        await using var writer = await _database.Engine.ConnectAsync(Cancellation);
        await writer.ExecuteAsync($"SET lock_timeout = {Patience}", Cancellation);
        Assert.Equal(1, await writer.ExecuteAsync("UPDATE hero SET name = 'other' WHERE id = 2", Cancellation));
        Assert.False(run.IsCompleted);
        await open.CommitAsync(Cancellation);
        await run;

        Assert.Empty((await CompareAsync(wanted)).Detected);
    }

    [Fact]
    [Row("J5.non-blocking")]
    public async Task The_forms_are_written_into_the_revision()
    {
        await PrepareAsync();
        var changes = (await CompareAsync(After)).WithoutBlocking(_database.Engine.Dialect);

        Assert.Equal(
            """
            op.AlterColumn("hero", "rank", serverDefault: 7, existingType: Integer(), existingServerDefault: null);
            op.CreateCheckConstraint("ck_hero_rank", "hero", "slowly(rank) >= 0", notValid: true);
            op.CreateForeignKey("fk_hero_team", "hero", "team", ["team_id"], ["id"], notValid: true);
            op.UpdateInBatches("hero",
                key: "id",
                set: "name = coalesce(name, ''), rank = coalesce(rank, 7)",
                where: "name IS NULL OR rank IS NULL");
            op.CreateCheckConstraint("ck_hero_name_not_null", "hero", "name IS NOT NULL", notValid: true);
            op.CreateCheckConstraint("ck_hero_rank_not_null", "hero", "rank IS NOT NULL", notValid: true);
            op.ValidateConstraint("ck_hero_name_not_null", "hero");
            op.ValidateConstraint("ck_hero_rank_not_null", "hero");
            op.ValidateConstraint("ck_hero_rank", "hero");
            op.ValidateConstraint("fk_hero_team", "hero");
            op.AlterColumn("hero", "name", nullable: false, existingType: Text(), existingNullable: true);
            op.DropConstraint("ck_hero_name_not_null", "hero");
            op.AlterColumn("hero", "rank", nullable: false, existingType: Integer(), existingNullable: true);
            op.DropConstraint("ck_hero_rank_not_null", "hero");
            op.DropIndex("ix_old", "hero", concurrently: true);
            op.CreateIndex("uq_hero_code", "hero", ["code"], unique: true, concurrently: true);
            op.CreateIndex("ix_hero_slow", "hero", [Sql("slowly(rank)")], concurrently: true);
            op.CreateUniqueConstraint("uq_hero_code", "hero", ["code"], usingIndex: "uq_hero_code");
            """,
            string.Join('\n', changes.Upgrade)
        );
    }

    [Fact]
    [Row("I1.invalid-index")]
    public async Task An_index_that_was_left_invalid_is_built_again()
    {
        await PrepareAsync();
        _database.Sql("UPDATE hero SET code = 1 WHERE id = 2");
        var changes = (await CompareAsync(After)).WithoutBlocking(_database.Engine.Dialect);

        var error = await Assert.ThrowsAsync<MigrationFailedException>(() => UpgradeAsync(changes));
        Assert.Contains("uq_hero_code", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            "uq_hero_code",
            _database.Sql("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid").Trim()
        );
        _database.Sql("UPDATE hero SET code = 2 WHERE id = 2");
        await UpgradeAsync(changes);

        Assert.Empty((await CompareAsync(After)).Detected);
    }

    [Fact]
    [Row("I1.invalid-index")]
    public async Task An_index_that_was_built_before_the_end_came_is_not_built_again()
    {
        await PrepareAsync();
        var wanted = new Table(Before.FullName, Before.Elements, [.. Before.Indexes, TableIndex.On("ix_new", "name")]);
        var changes = (await CompareAsync(wanted)).WithoutBlocking(_database.Engine.Dialect);
        _database.Sql(
            "CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW.outcome LIKE ''part 1 done%'' THEN RAISE ''gone''; END IF; RETURN NEW; END'"
        );
        await using (var connection = await _database.Engine.ConnectAsync(Cancellation))
            await new MigrationContext(connection, new MigrationOptions()).EnsureTablesAsync(Cancellation);
        _database.Sql("CREATE TRIGGER stop BEFORE UPDATE ON retort_history FOR EACH ROW EXECUTE FUNCTION stop()");

        await Assert.ThrowsAsync<MigrationFailedException>(() => UpgradeAsync(changes));
        var built = _database.Sql("SELECT 'ix_new'::regclass::oid");
        _database.Sql("DROP TRIGGER stop ON retort_history");
        await UpgradeAsync(changes);

        Assert.Equal(built, _database.Sql("SELECT 'ix_new'::regclass::oid"));
        Assert.Equal("a1", _database.Sql("SELECT version_num FROM retort_version").Trim());
    }

    [Fact]
    [Row("I1.invalid-index")]
    public async Task An_index_that_somebody_else_has_made_is_an_error_each_time()
    {
        await PrepareAsync();
        Task<MigrationRun> CreateAsync() =>
            RunAsync([new CreateIndexOp("hero", TableIndex.On("ix_old", "name")) { Concurrently = true }], []);

        await Assert.ThrowsAsync<MigrationFailedException>(CreateAsync);
        await Assert.ThrowsAsync<MigrationFailedException>(CreateAsync);
    }

    [Fact]
    [Row("I1.label")]
    public async Task A_label_can_be_used_by_the_revision_that_adds_it()
    {
        await RunAsync(
            [
                new CreateEnumOp("mood", ["sad"]),
                new CreateTableOp(new Table("day", Column("mood", Enumeration("mood", ["sad", "ok"])))),
                new AddEnumLabelOp("mood", "ok", null),
                new AlterColumnOp("day", "mood") { ServerDefault = "ok" },
                new ExecuteOp("INSERT INTO day DEFAULT VALUES"),
            ],
            []
        );

        Assert.Equal("ok", _database.Sql("SELECT mood FROM day").Trim());
    }

    private async Task PrepareAsync(int rows = 50)
    {
        await _database.Engine.CreateAllAsync(new MetaData(Team, Before), Cancellation);
        _database.Sql(
            $"""
            CREATE FUNCTION slowly(number integer) RETURNS integer IMMUTABLE STRICT LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_sleep(0.001); RETURN number; END';
            INSERT INTO team VALUES (1);
            INSERT INTO hero SELECT n, CASE WHEN n % 2 = 0 THEN 'x' END, NULLIF(n % 3, 0), n, 1 FROM generate_series(1, {rows}) AS n;
            """
        );
    }

    private async Task<AutogenerateResult> CompareAsync(Table hero)
    {
        await using var connection = await _database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var tables = new CatalogRequest { Tables = ["hero", "team"] };
        var found = new MetaData((await connection.Inspector.ReadAsync(tables, Cancellation)).Tables);
        var declared = new MetaData(Team, hero);
        var dialect = _database.Engine.Dialect;
        var norms = await dialect.NormsAsync(connection.QueryAsync, declared, found, Cancellation);
        return Autogenerator.Compare(declared, found, dialect, norms);
    }

    private Task<MigrationRun> UpgradeAsync(AutogenerateResult changes) => RunAsync(changes.Upgrade, changes.Downgrade);

    private Task<MigrationRun> DowngradeAsync(AutogenerateResult changes) =>
        Runner(changes.Upgrade, changes.Downgrade).DowngradeAsync("base", Cancellation);

    private Task<MigrationRun> RunAsync(IReadOnlyList<Operation> up, IReadOnlyList<Operation> down) =>
        Runner(up, down).UpgradeAsync(["heads"], Cancellation);

    private MigrationRunner Runner(IReadOnlyList<Operation> up, IReadOnlyList<Operation> down) =>
        new(
            _database.Engine,
            new RevisionSet([new CompiledRevision("a1", "hash", () => new Generated(up, down))]),
            new MigrationOptions()
        );

    /// <summary>Writes to the table, one short transaction after the other, while something runs.</summary>
    /// <returns>How many milliseconds a write took at the most.</returns>
    private async Task<int> WhileWritingAsync(Func<Task> work)
    {
        await using var writer = await _database.Engine.ConnectAsync(Cancellation);
        var longest = TimeSpan.Zero;
        var run = Task.Run(work, Cancellation);
        for (var at = 0; !run.IsCompleted; at++)
        {
            var clock = Stopwatch.StartNew();
            await writer.ExecuteAsync(
                $"UPDATE hero SET name = 'w', rank = 1, code = -{at} WHERE id = {1 + at % 10}",
                Cancellation
            );
            longest = clock.Elapsed > longest ? clock.Elapsed : longest;
        }
        await run;
        return (int)longest.TotalMilliseconds;
    }

    private sealed class Generated(IReadOnlyList<Operation> up, IReadOnlyList<Operation> down) : Migration
    {
        public override void Upgrade(Operations op)
        {
            foreach (var operation in up)
                op.Add(operation);
        }

        public override void Downgrade(Operations op)
        {
            foreach (var operation in down)
                op.Add(operation);
        }
    }
}
