using static Retort.Ddl;

namespace Retort.Sqlite.Tests;

public sealed class DdlTests
{
    private static readonly Table Hero = new(
        "hero",
        [
            Column("id", BigInt(), nullable: false, autoincrement: true),
            Column("name", Varchar(80), nullable: false, serverDefault: "it's"),
            Column("price", Numeric(10, 2), serverDefault: 1.5m),
            Column("order", Uuid()),
            Column("made", Timestamp(timeZone: true), nullable: false, serverDefault: SqlValue.Now),
            Column("seen", Timestamp(), serverDefault: Sql("CURRENT_TIMESTAMP")),
            Column("low", Text()) with
            {
                Computed = new ComputedSql("lower(name)", Stored: true),
                Collation = "NOCASE",
            },
            PrimaryKey("id"),
            Unique(["name", "order"]),
            Check("price > 0"),
            ForeignKey("order", "team", "id", onDelete: ReferentialAction.SetNull),
        ]
    );

    [Fact]
    [Row("I1.sqlite-create-table")]
    public void A_table_is_written_as_a_person_reads_it()
    {
        const string Expected = """
            CREATE TABLE hero (
                id INTEGER NOT NULL,
                name VARCHAR(80) DEFAULT 'it''s' NOT NULL,
                price NUMERIC(10, 2) DEFAULT 1.5,
                "order" TEXT,
                made TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f000+00:00', 'now')) NOT NULL,
                seen TEXT DEFAULT CURRENT_TIMESTAMP,
                low TEXT COLLATE "NOCASE" GENERATED ALWAYS AS (lower(name)) STORED,
                CONSTRAINT pk_hero PRIMARY KEY (id AUTOINCREMENT),
                CONSTRAINT uq_hero_name_order UNIQUE (name, "order"),
                CONSTRAINT ck_hero_price CHECK (price > 0),
                CONSTRAINT fk_hero_order_team FOREIGN KEY ("order") REFERENCES team (id) ON DELETE SET NULL
            )
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Compile(new CreateTable(Hero)));
        using var database = new TempDatabase();
        database.Run("CREATE TABLE team (id TEXT PRIMARY KEY)", Expected, "INSERT INTO hero (name) VALUES ('X')");
        Assert.Equal(
            [
                [1L, "x"],
            ],
            database.Rows("SELECT id, low FROM hero")
        );
    }

    public static TheoryData<DdlElement, string> Statements =>
        new()
        {
            { new DropTable("order"), "DROP TABLE \"order\"" },
            { new RenameTable("a", "b c"), "ALTER TABLE a RENAME TO \"b c\"" },
            { new AddColumn("a", Column("b", Text())), "ALTER TABLE a ADD COLUMN b TEXT" },
            { new RenameColumn("a", "b", "C"), "ALTER TABLE a RENAME COLUMN b TO \"C\"" },
            {
                new CreateIndex("a", new TableIndex(null, ["b", Desc("c")]) { Unique = true, Where = "b > 1" }),
                "CREATE UNIQUE INDEX ix_a_b_c ON a (b, c DESC) WHERE b > 1"
            },
            { new CreateIndex("a", new TableIndex("ix", [Sql("lower(b)")])), "CREATE INDEX ix ON a ((lower(b)))" },
            { new DropIndex("a", "ix"), "DROP INDEX ix" },
        };

    [Theory]
    [MemberData(nameof(Statements))]
    [Row("I1.sqlite-statements")]
    public void Each_change_has_its_statement(DdlElement change, string sql) => Assert.Equal(sql, Compile(change));

    public static TheoryData<TableChange, bool> Changes =>
        new()
        {
            { new AddColumn("t", Column("c", Text())), true },
            { new AddColumn("t", Column("c", Integer(), nullable: false, serverDefault: 3)), true },
            { new AddColumn("t", Column("c", Text(), nullable: false, serverDefault: Sql("'x'"))), true },
            { new AddColumn("t", Column("c", Text()) with { Computed = new ComputedSql("1", Stored: false) }), true },
            { new AddColumn("t", Column("c", Text()) with { Computed = new ComputedSql("1", Stored: true) }), false },
            { new AddColumn("t", Column("c", Text(), nullable: false)), false },
            { new AddColumn("t", Column("c", Text(), nullable: false, serverDefault: Sql("NULL"))), false },
            { new AddColumn("t", Column("c", Text(), serverDefault: SqlValue.Now)), false },
            { new AddColumn("t", Column("c", Text(), serverDefault: Sql("CURRENT_TIMESTAMP"))), false },
            { new AddColumn("t", Column("c", Text(), serverDefault: Sql("1 + 1"))), false },
            { new RenameColumn("t", "a", "c"), true },
            { new DropColumn("t", "a"), false },
            {
                new AlterColumn("t", "a") { Nullable = false },
                false
            },
            { new AddConstraint("t", Unique("a")), false },
            { new DropConstraint("t", "u"), false },
        };

    /// <summary>SQLite itself is asked: what the compiler says ALTER TABLE can do runs on a table with rows, what it says it cannot is refused there.</summary>
    [Theory]
    [MemberData(nameof(Changes))]
    [Row("I3.can-alter")]
    public void What_ALTER_TABLE_can_do_is_known(TableChange change, bool can)
    {
        Assert.Equal(can, SqliteDialect.Instance.Ddl.CanAlter(change));
        using var database = new TempDatabase();
        database.Run("CREATE TABLE t (a TEXT UNIQUE)", "INSERT INTO t VALUES ('x')");
        var error = Record.Exception(() => database.Run(Compile(change)));
        Assert.Equal(can, error is null);
    }

    private static string Compile(DdlElement element) => SqliteDialect.Instance.Ddl.Compile(element);
}
