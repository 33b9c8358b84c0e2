using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.Sqlite.Tests;

/// <summary>Changes of a table as a batch: when it is rebuilt, from what, and with which columns in which order.</summary>
public sealed class BatchTests : IDisposable
{
    private readonly TempDatabase _database = new();

    public BatchTests() =>
        _database.Run(
            "CREATE TABLE hero (id INTEGER PRIMARY KEY, name TEXT, age INT, UNIQUE (name))",
            "CREATE INDEX ix ON hero (age)",
            "CREATE TRIGGER tr AFTER DELETE ON hero BEGIN SELECT 1; END",
            "INSERT INTO hero VALUES (7, 'Deadpond', 28)"
        );

    public void Dispose() => _database.Dispose();

    [Fact]
    [Row("I3.batch-auto")]
    public async Task Changes_that_need_no_rebuild_make_none()
    {
        Assert.Equal(
            ["ALTER TABLE hero ADD COLUMN a INTEGER", "CREATE INDEX iy ON hero (a)"],
            Script(op =>
                op.BatchAlterTable(
                    "hero",
                    batch =>
                    {
                        batch.AddColumn(Column("a", Integer()));
                        batch.CreateIndex("iy", ["a"]);
                    },
                    partialReordering:
                    [
                        ["age", "name"],
                    ],
                    tableArgs: [Check("a > 0", name: "ck")]
                )
            )
        );
        await RunAsync(op =>
            op.BatchAlterTable(
                "hero",
                batch =>
                {
                    batch.AddColumn(Column("rank", Text(), nullable: false), fill: "novice");
                    batch.RenameColumn("age", "years");
                    batch.Execute("UPDATE hero SET years = years + 1");
                    batch.AlterColumn("name", nullable: false, existingNullable: true);
                }
            )
        );
        Assert.Equal(
            [
                [7L, "Deadpond", 29L, "novice"],
            ],
            _database.Rows("SELECT * FROM hero")
        );
    }

    [Fact]
    [Row("I3.batch-always")]
    public async Task A_table_is_rebuilt_on_demand_in_the_order_that_is_asked_for()
    {
        await RunAsync(op =>
            op.BatchAlterTable(
                "hero",
                batch => batch.AddColumn(Column("rank", Text())),
                recreate: Recreate.Always,
                tableArgs: [Check("age > 0", name: "ck")],
                partialReordering:
                [
                    ["rank", "age"],
                    ["age", "name"],
                ]
            )
        );
        var hero = Table();
        Assert.Equal(["id", "rank", "age", "name"], hero.Columns.Select(column => column.Name));
        Assert.Equal(["ck"], hero.CheckConstraints.Select(check => check.Name));
        Assert.Equal(["ix"], hero.Indexes.Select(index => index.Name));
        Assert.Equal(
            [
                [7L, null, 28L, "Deadpond"],
            ],
            _database.Rows("SELECT * FROM hero")
        );
        Assert.Equal(
            [
                ["tr"],
            ],
            _database.Rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        );

        await RunAsync(op =>
            op.BatchAlterTable(
                "hero",
                batch => { },
                Recreate.Always,
                partialReordering:
                [
                    ["name", "id"],
                ]
            )
        );
        Assert.Equal(["rank", "age", "name", "id"], Table().Columns.Select(column => column.Name));
    }

    [Fact]
    [Row("I3.batch-never")]
    public void A_change_that_needs_a_rebuild_is_an_error_where_there_must_be_none()
    {
        var error = Assert.Throws<SchemaException>(() =>
            Script(op =>
                op.BatchAlterTable(
                    "hero",
                    batch =>
                    {
                        batch.AddColumn(Column("rank", Text()));
                        batch.DropConstraint("uq_hero_name");
                    },
                    Recreate.Never
                )
            )
        );
        Assert.Equal("RT0211", error.Code);
        Assert.Contains("DropConstraint", error.Message);
    }

    [Fact]
    [Row("I3.batch-copy-from")]
    public async Task The_table_is_what_is_said_where_it_is_not_to_be_read()
    {
        var hero = new Table(
            "hero",
            Column("id", Integer()),
            Column("name", Text()),
            Column("age", Text()),
            PrimaryKey("id")
        );
        await RunAsync(op =>
            op.BatchAlterTable(
                "hero",
                batch =>
                {
                    batch.RenameColumn("name", "alias");
                    batch.AlterColumn("alias", nullable: false);
                },
                copyFrom: hero
            )
        );
        var made = Table();
        Assert.Equal(["id", "alias", "age"], made.Columns.Select(column => column.Name));
        Assert.Equal(new Text(), made.FindColumn("age")!.Type);
        Assert.Empty(made.UniqueConstraints);
        Assert.Equal(
            [
                [7L, "Deadpond", "28"],
            ],
            _database.Rows("SELECT * FROM hero")
        );
    }

    [Fact]
    [Row("I3.batch-naming")]
    public async Task Constraints_without_a_name_are_known_by_that_of_a_convention()
    {
        await RunAsync(op =>
            op.BatchAlterTable(
                "hero",
                batch => batch.DropConstraint("u_name"),
                namingConvention: new NamingConvention { Unique = "u_%(column_0_name)s" }
            )
        );
        Assert.Empty(Table().UniqueConstraints);
    }

    [Theory]
    [InlineData("name", "age", "age", "name", "RT0213")]
    [InlineData("name", "agee", "age", "name", "RT0205")]
    [Row("I3.batch-order")]
    public void An_order_that_cannot_be_is_an_error(string a, string b, string c, string d, string code)
    {
        var error = Assert.Throws<SchemaException>(() =>
            Script(op =>
                op.BatchAlterTable(
                    "hero",
                    batch => { },
                    Recreate.Always,
                    partialReordering:
                    [
                        [a, b],
                        [c, d],
                    ]
                )
            )
        );
        Assert.Equal(code, error.Code);
    }

    private Table Table() => Schema().Find("hero")!;

    private MetaData Schema()
    {
        using var connection = _database.Engine.Connect();
        return connection.Inspector.ReadAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The script of operations, without the lines around it.</summary>
    private List<string> Script(Action<Operations> verbs) =>
        [
            .. new SchemaScript(_database.Engine.Dialect.Ddl, Schema())
                .Write([.. Made(verbs).SelectMany(step => step.ToDdl())])
                .Where(sql => !sql.StartsWith("PRAGMA", StringComparison.Ordinal) && sql is not ("BEGIN" or "COMMIT")),
        ];

    private async Task RunAsync(Action<Operations> verbs)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var connection = await _database.Engine.ConnectAsync(ConnectionPurpose.Migration, cancellation);
        await connection.BeginAsync(cancellation);
        await SchemaChanger.ExecuteAsync(connection, [.. Made(verbs).SelectMany(step => step.ToDdl())], cancellation);
        await connection.CommitAsync(cancellation);
    }

    private static IReadOnlyList<Operation> Made(Action<Operations> verbs)
    {
        var op = new Operations();
        verbs(op);
        return op.Steps;
    }
}
