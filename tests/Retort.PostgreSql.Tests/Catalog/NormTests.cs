using Retort.Migrations;
using static Retort.Ddl;

namespace Retort.PostgreSql.Tests.Catalog;

/// <summary>The same thing in other words is no difference; another thing is one.</summary>
public sealed class NormTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("timestamptz DEFAULT now()", "CURRENT_TIMESTAMP", false)]
    [InlineData("timestamptz DEFAULT now()", "NOW( )", true)]
    [InlineData("text DEFAULT 'a'", "('a')", true)]
    [InlineData("text DEFAULT 'a'", "'b'", false)]
    [InlineData("int DEFAULT 3", "1+2", false)]
    [InlineData("int DEFAULT (1+2)", "1  +  2", true)]
    [InlineData("jsonb DEFAULT '{}'", "'{}'", true)]
    [InlineData("text DEFAULT upper('x')", "UPPER ( 'x' )", true)]
    [InlineData("numeric(10,2) DEFAULT 0.5", "0.50", false)]
    [InlineData("text[] DEFAULT '{}'", "ARRAY[]::text[]", false)]
    [Row("F2.postgresql-canonical")]
    public async Task Defaults_are_compared_as_PostgreSQL_prints_them(string column, string declared, bool same)
    {
        using var database = new TempDatabase();
        database.Sql($"CREATE TABLE t (c {column})");
        var (found, _) = await database.ReadAsync();
        var type = found.Tables[0].Columns[0].Type;

        var detected = await CompareAsync(database, new Table("t", [Column("c", type, serverDefault: Sql(declared))]));

        Assert.Equal(same, detected.Count == 0);
    }

    [Fact]
    [Row("F2.postgresql-canonical")]
    public async Task Checks_computed_columns_and_indexes_are_compared_as_PostgreSQL_prints_them()
    {
        using var database = new TempDatabase();
        database.Sql(
            """
            CREATE TABLE t (a int, b text, c int GENERATED ALWAYS AS (a * 2) STORED, CONSTRAINT ck CHECK (a > 0 AND b IN ('x', 'y')));
            CREATE INDEX ix ON t (lower(b), (a + 1)) WHERE a IS NOT NULL;
            """
        );

        Table Declared(string check, string computed, string index, string where) =>
            new(
                "t",
                [
                    Column("a", Integer()),
                    Column("b", Text()),
                    Column("c", Integer()) with
                    {
                        Computed = new(computed, Stored: true),
                    },
                    Check(check, name: "ck"),
                ],
                [new TableIndex("ix", [Sql(index), Sql("a+1")]) { Where = where }]
            );

        Assert.Empty(
            await CompareAsync(database, Declared("(a>0) and b in ('x','y')", "a*2", "LOWER(b)", "(a is not null)"))
        );
        Assert.NotEmpty(
            await CompareAsync(database, Declared("a > 1 AND b IN ('x', 'y')", "a*2", "LOWER(b)", "a IS NOT NULL"))
        );
        Assert.NotEmpty(
            await CompareAsync(database, Declared("a>0 AND b IN ('x','y')", "a*2", "upper(b)", "a IS NOT NULL"))
        );
        Assert.NotEmpty(
            await CompareAsync(database, Declared("a>0 AND b IN ('x','y')", "a*2", "lower(b)", "a IS NULL"))
        );
    }

    [Fact]
    [Row("F2.postgresql-canonical-leaves-nothing")]
    public async Task Asking_leaves_nothing_behind()
    {
        using var database = new TempDatabase();
        database.Sql("CREATE TABLE t (c text DEFAULT 'a')");
        var before = PostgresCluster.Dump(database.Name);

        await CompareAsync(database, new Table("t", [Column("c", Text(), serverDefault: Sql("( 'a' )"))]));

        Assert.Equal(before, PostgresCluster.Dump(database.Name));
        Assert.Equal("0", database.Sql("SELECT count(*) FROM pg_class WHERE relname LIKE 'retort%'").Trim());
    }

    [Fact]
    [Row("F2.postgresql-unproven")]
    public async Task Where_PostgreSQL_refuses_to_print_texts_are_compared_and_the_result_is_unproven()
    {
        using var database = new TempDatabase();
        database.Sql("CREATE TABLE t (c text DEFAULT 'a'); CREATE TABLE u (c text DEFAULT 'a')");
        var (found, _) = await database.ReadAsync();
        var declared = new MetaData(
            new Table("t", [Column("c", Text(), serverDefault: Sql("nonsense("))]),
            new Table("u", [Column("c", Text(), serverDefault: Sql("('a')"))])
        );

        var norms = await NormsAsync(database, declared, found);

        Assert.Equal(["t"], norms.Unproven);
        var detected = Autogenerator.Compare(declared, found, database.Engine.Dialect, norms).Detected;
        Assert.Equal(["Detected server default change on column 't.c'"], detected);
    }

    [Fact]
    [Row("F2.postgresql-unproven")]
    public async Task Where_transactions_only_read_by_default_the_question_is_asked_all_the_same()
    {
        using var database = new TempDatabase();
        database.Sql("CREATE TABLE t (c text DEFAULT 'a')");
        database.Sql($"ALTER DATABASE {database.Name} SET default_transaction_read_only = on");
        var (found, _) = await database.ReadAsync();

        var norms = await NormsAsync(
            database,
            new MetaData(new Table("t", [Column("c", Text(), serverDefault: Sql("('a')"))])),
            found
        );

        Assert.Empty(norms.Unproven);
    }

    [Fact]
    [Row("F2.postgresql-canonical")]
    public async Task A_default_of_many_tables_is_asked_about_once_with_each_type()
    {
        using var database = new TempDatabase();
        database.Sql(
            string.Concat(
                Enumerable
                    .Range(0, 30)
                    .Select(n =>
                        $"CREATE TABLE t{n} (a varchar(9) DEFAULT 'x', b text DEFAULT 'x', c char(3) DEFAULT 'x');"
                    )
            )
        );
        var (found, _) = await database.ReadAsync();
        var declared = new MetaData(
            Enumerable
                .Range(0, 30)
                .Select(n => new Table(
                    $"t{n}",
                    [
                        Column("a", Varchar(9), serverDefault: "x"),
                        Column("b", Text(), serverDefault: "x"),
                        Column("c", new Character(3), serverDefault: n == 7 ? "y" : "x"),
                    ]
                ))
        );
        var asked = new List<string>();

        var norms = await NormsAsync(database, declared, found, asked);

        Assert.Equal(
            ["Detected server default change on column 't7.c'"],
            Autogenerator.Compare(declared, found, database.Engine.Dialect, norms).Detected
        );
        Assert.Single(asked, sql => sql.Contains("CREATE TABLE", StringComparison.Ordinal));
        Assert.InRange(asked.Count, 1, 5);
    }

    [Fact]
    [Row("F2.postgresql-unproven")]
    public async Task What_PostgreSQL_refuses_keeps_nothing_else_from_being_asked()
    {
        using var database = new TempDatabase();
        database.Sql(
            "CREATE TABLE t (a text DEFAULT 'a', b int DEFAULT 1, c int, CONSTRAINT t_c CHECK (c > 0)); CREATE TABLE u (c text DEFAULT 'a', CONSTRAINT u_c CHECK (c <> ''))"
        );
        var (found, _) = await database.ReadAsync();
        var declared = new MetaData(
            new Table(
                "t",
                [
                    Column("a", Text(), serverDefault: Sql("( 'a' )")),
                    Column("b", Integer(), serverDefault: Sql("1 -- one")),
                    Column("c", Integer()),
                    Check("c>0", name: "t_c"),
                ]
            ),
            new Table("u", [Column("c", Text(), serverDefault: Sql("nonsense('")), Check("nonsense(c)", name: "u_c")])
        );

        var norms = await NormsAsync(database, declared, found);

        Assert.Equal(["u"], norms.Unproven);
        var detected = Autogenerator.Compare(declared, found, database.Engine.Dialect, norms).Detected;
        Assert.DoesNotContain(detected, words => words.Contains("t.", StringComparison.Ordinal));
        Assert.NotEmpty(detected);
    }

    [Fact]
    [Row("F2.postgresql-canonical")]
    public async Task Only_texts_that_differ_are_asked_about()
    {
        using var database = new TempDatabase();
        database.Sql(
            """
            CREATE TYPE mood AS ENUM ('ok', 'sad');
            CREATE TABLE t (a int DEFAULT 1, b mood DEFAULT 'ok', CONSTRAINT same CHECK ((a > 1)), CONSTRAINT other CHECK (a < 9));
            CREATE INDEX same ON t (a); CREATE INDEX other ON t ((a + 1)) WHERE a > 0;
            """
        );
        var (found, _) = await database.ReadAsync();
        var declared = new MetaData(
            new Table(
                "t",
                [
                    Column("a", Integer(), serverDefault: Sql("1")),
                    Column("b", found.Tables[0].Columns[1].Type, serverDefault: "ok"),
                    Check("a > 1", name: "same"),
                    Check("(a)<9", name: "other"),
                ],
                [TableIndex.On("same", "a"), new TableIndex("other", [Sql("a+1")]) { Where = "(a)>0" }]
            )
        );
        var asked = new List<string>();

        var norms = await NormsAsync(database, declared, found, asked);

        Assert.Empty(norms.Unproven);
        Assert.Empty(Autogenerator.Compare(declared, found, database.Engine.Dialect, norms).Detected);
        var creation = Assert.Single(asked, sql => sql.Contains("CREATE INDEX", StringComparison.Ordinal));
        Assert.DoesNotContain("a > 1", creation, StringComparison.Ordinal);
        Assert.DoesNotContain("DEFAULT", creation, StringComparison.Ordinal);
        Assert.Single(creation.Split("CREATE INDEX")[1..]);
    }

    private static async Task<IReadOnlyList<string>> CompareAsync(TempDatabase database, Table declared)
    {
        var (found, _) = await database.ReadAsync();
        var metaData = new MetaData(declared);
        var norms = await NormsAsync(database, metaData, found);
        return Autogenerator.Compare(metaData, found, database.Engine.Dialect, norms).Detected;
    }

    /// <param name="database">Where it is asked.</param>
    /// <param name="declared">The models.</param>
    /// <param name="found">The database.</param>
    /// <param name="asked">Gets what is run.</param>
    private static async Task<SchemaNorms> NormsAsync(
        TempDatabase database,
        MetaData declared,
        MetaData found,
        List<string>? asked = null
    )
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        return await database.Engine.Dialect.NormsAsync(Ask, declared, found, Cancellation);

        ValueTask<IReadOnlyList<object?[]>> Ask(string sql, CancellationToken cancellation)
        {
            asked?.Add(sql);
            return connection.QueryAsync(sql, cancellation);
        }
    }
}
