using static Retort.Ddl;

namespace Retort.Sqlite.Tests;

public sealed class RebuildTests : IDisposable
{
    private readonly TempDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    [Row("I3.rebuild")]
    public async Task A_rebuild_keeps_rows_indexes_references_triggers_and_views()
    {
        _database.Run(
            "CREATE TABLE hero (id INTEGER PRIMARY KEY, name TEXT UNIQUE, age INT CHECK (age > 0), boss INT REFERENCES hero)",
            "CREATE TABLE pet (id INTEGER PRIMARY KEY, owner INT REFERENCES hero (id) ON DELETE CASCADE)",
            "CREATE INDEX ix_age ON hero (age DESC) WHERE age > 3",
            "CREATE INDEX ix_name ON hero (lower(name))",
            "CREATE TABLE log (text TEXT)",
            "CREATE VIEW old AS SELECT name FROM hero WHERE age > 40",
            "CREATE TRIGGER tr AFTER INSERT ON hero BEGIN INSERT INTO log VALUES (new.name); END",
            "INSERT INTO hero VALUES (7, 'Deadpond', 28, NULL), (9, 'Rusty-Man', 48, 7)",
            "INSERT INTO pet VALUES (1, 9)",
            "DELETE FROM log"
        );
        await ChangeAsync(new AlterColumn("hero", "name") { Type = Varchar(80), Nullable = false });

        Assert.Equal(
            [
                [7L, "Deadpond", 28L, null],
                [9L, "Rusty-Man", 48L, 7L],
            ],
            _database.Rows("SELECT * FROM hero")
        );
        var hero = Table("hero");
        Assert.Equal(new Varchar(80), hero.FindColumn("name")!.Type);
        Assert.False(hero.FindColumn("name")!.Nullable);
        Assert.Equal(["ix_age", "ix_name"], hero.Indexes.Select(index => index.Name));
        Assert.Equal("age > 3", hero.Indexes[0].Where);
        Assert.Equal("age > 0", Assert.Single(hero.CheckConstraints).Sql);
        Assert.Equal("hero", Assert.Single(hero.ForeignKeys).Table.Name);
        Assert.Equal("hero", Assert.Single(Table("pet").ForeignKeys).Table.Name);
        Assert.Equal(
            [
                ["Rusty-Man"],
            ],
            _database.Rows("SELECT * FROM old")
        );
        Assert.Empty(_database.Rows("PRAGMA foreign_key_check"));
        Assert.Empty(_database.Rows("SELECT * FROM log"));
        _database.Run("INSERT INTO hero VALUES (10, 'Spider-Boy', 1, NULL)", "DELETE FROM hero WHERE id = 9");
        Assert.Equal(
            [
                ["Spider-Boy"],
            ],
            _database.Rows("SELECT * FROM log")
        );
        Assert.Empty(_database.Rows("SELECT * FROM pet"));
    }

    [Fact]
    [Row("I3.counters")]
    public async Task A_counter_stays_ahead_of_keys_that_are_gone()
    {
        _database.Run(
            "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)",
            "INSERT INTO t VALUES (41, 'x')",
            "DELETE FROM t"
        );
        await ChangeAsync(new DropColumn("t", "a"), new AddColumn("t", Column("b", Text())));
        _database.Run("INSERT INTO t (b) VALUES ('y')");
        Assert.Equal(
            [
                [42L, "y"],
            ],
            _database.Rows("SELECT id, b FROM t")
        );
        Assert.True(Table("t").Columns[0].Autoincrement);
        Assert.Equal(
            [
                ["t"],
            ],
            _database.Rows("SELECT name FROM sqlite_sequence")
        );
    }

    [Fact]
    [Row("I3.row-numbers")]
    public async Task Rows_keep_their_numbers_and_generated_columns_are_computed_anew()
    {
        _database.Run(
            "CREATE TABLE t (rowid TEXT, a INT, b INT AS (a * 2) STORED)",
            "INSERT INTO t (_rowid_, rowid, a) VALUES (100, 'x', 1), (50, 'y', 2)"
        );
        await ChangeAsync(new AlterColumn("t", "a") { Nullable = false });
        Assert.Equal(
            [
                [50L, "y", 2L, 4L],
                [100L, "x", 1L, 2L],
            ],
            _database.Rows("SELECT _rowid_, rowid, a, b FROM t ORDER BY 1")
        );
    }

    [Fact]
    [Row("I3.without-rowid")]
    public async Task A_table_without_rowid_stays_one()
    {
        _database.Run("CREATE TABLE t (a TEXT PRIMARY KEY, b TEXT) WITHOUT ROWID", "INSERT INTO t VALUES ('x', 'y')");
        await ChangeAsync(new DropColumn("t", "b"));
        Assert.Equal("WITHOUT ROWID", Table("t").Options);
        Assert.Equal(
            [
                ["x"],
            ],
            _database.Rows("SELECT * FROM t")
        );
    }

    [Fact]
    [Row("I3.one-rebuild")]
    public void Changes_of_a_table_that_stand_together_are_one_rebuild()
    {
        DdlElement[] changes =
        [
            new AddColumn("t", Column("a", Text())),
            new DropColumn("t", "b"),
            new DropIndex("t", "ix"),
            new AddConstraint("t", Unique("a")),
            new CreateIndex("t", TableIndex.On(null, "a")),
            new DropColumn("other", "b"),
            new RenameColumn("t", "a", "c"),
        ];
        Assert.Equal(
            [(1, null), (3, "t"), (1, null), (1, "other"), (1, null)],
            SchemaStep
                .Plan(SqliteDialect.Instance.Ddl, changes)
                .Select(step => (step.Changes.Count, step.Rebuilds?.Name))
        );
    }

    [Fact]
    [Row("I3.refused")]
    public async Task Rows_that_do_not_fit_leave_the_table_as_it_was()
    {
        _database.Run("CREATE TABLE t (a TEXT)", "INSERT INTO t VALUES (NULL)");
        var error = await Assert.ThrowsAsync<ConstraintViolationException>(() =>
            ChangeAsync(new AlterColumn("t", "a") { Nullable = false })
        );
        Assert.Equal((ConstraintKind.NotNull, "t", "a"), (error.Kind, error.Table, error.Columns[0]));
        Assert.Contains("Rows of table 't' do not fit", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            [
                ["t"],
            ],
            _database.Rows("SELECT name FROM sqlite_master")
        );
        Assert.True(Table("t").Columns[0].Nullable);
        Assert.Single(_database.Rows("SELECT * FROM t"));
    }

    [Theory]
    [Row("I3.fault")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_rebuild_that_stops_at_any_statement_leaves_nothing(int statements)
    {
        _database.Run("CREATE TABLE t (a TEXT, b TEXT)", "CREATE INDEX ix ON t (a)", "INSERT INTO t VALUES ('x', 'y')");
        var before = _database.Rows("SELECT type, name, sql FROM sqlite_master");
        var rebuild = TableRebuild.Of(Table("t"), [new DropColumn("t", "b")]);
        var steps = SqliteDialect.Instance.Ddl.Rebuild(rebuild);
        Assert.Equal(7, steps.Count);
        await using (var connection = await ConnectAsync())
        {
            await connection.BeginAsync(Cancellation);
            foreach (var step in steps.Take(statements + 1))
                await connection.ExecuteAsync(step.Sql, Cancellation);
        }
        Assert.Equal(before, _database.Rows("SELECT type, name, sql FROM sqlite_master"));
        Assert.Equal(
            [
                ["x", "y"],
            ],
            _database.Rows("SELECT * FROM t")
        );
    }

    [Fact]
    [Row("I3.lossless")]
    public async Task A_table_with_parts_that_would_be_lost_is_not_rebuilt()
    {
        _database.Run("CREATE TABLE t (a TEXT UNIQUE ON CONFLICT REPLACE, b TEXT)");
        var error = await Assert.ThrowsAsync<SchemaException>(() => ChangeAsync(new DropColumn("t", "b")));
        Assert.Contains("ON CONFLICT REPLACE", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Row("I3.session")]
    public async Task A_connection_of_a_session_rebuilds_nothing()
    {
        _database.Run("CREATE TABLE t (a TEXT, b TEXT)");
        await using var connection = await _database.Engine.ConnectAsync(Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            SchemaChanger.ExecuteAsync(connection, [new DropColumn("t", "b")], Cancellation).AsTask()
        );
    }

    [Theory]
    [Row("I3.hostile-names")]
    [InlineData("select")]
    [InlineData("a\"b'c`d]e")]
    [InlineData("new\nline, with ) and (")]
    [InlineData("Größe 🦸")]
    public async Task Any_name_survives_a_rebuild(string name)
    {
        var table = new Table(
            name,
            [Column(name, Integer(), nullable: false, autoincrement: true), Column("b", Text()), PrimaryKey(name)],
            [TableIndex.On(name + "ix", name, "b")]
        );
        _database.Engine.CreateAll(new MetaData(table));
        var change = new AlterColumn(name, "b") { ServerDefault = "it's" };
        await ChangeAsync(change);
        var expected = TableChanges.Apply(table, [change]);
        Assert.Equal(expected.Indexes, Table(name).Indexes);
        Assert.Equal(expected.PrimaryKey, Table(name).PrimaryKey);
        Assert.Equal("'it''s'", Table(name).FindColumn("b")!.ServerDefault.ToString());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task ChangeAsync(params DdlElement[] changes)
    {
        await using var connection = await ConnectAsync();
        await connection.BeginAsync(Cancellation);
        await SchemaChanger.ExecuteAsync(connection, changes, Cancellation);
        await connection.CommitAsync(Cancellation);
    }

    private ValueTask<Connection> ConnectAsync() =>
        _database.Engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);

    private Table Table(string name)
    {
        using var connection = _database.Engine.Connect();
        return connection
            .Inspector.ReadAsync(new CatalogRequest { Tables = [name] })
            .AsTask()
            .GetAwaiter()
            .GetResult()
            .Tables.Single();
    }
}
