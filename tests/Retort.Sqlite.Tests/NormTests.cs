using static Retort.Ddl;

namespace Retort.Sqlite.Tests;

/// <summary>What is declared is equal to what SQLite says of it, and to nothing else.</summary>
public sealed class NormTests
{
    private static readonly SchemaNorms Norms = SqliteDialect.Instance.Norms;

    private static readonly Table Hero = new(
        "hero",
        [Column("id", Integer()), Column("name", Text()), Column("age", Integer())]
    );

    [Theory]
    [InlineData("age > 0", "(AGE  /* x */ > 0)", true)]
    [InlineData("age > 0", "\"age\">0", true)]
    [InlineData("age > 0 and name <> 'A'", "((age > 0) AND (name <> 'A'))", true)]
    [InlineData("age != 0", "age <> 0", true)]
    [InlineData("name <> 'A'", "name <> 'a'", false)]
    [InlineData("age > 0", "age >= 0", false)]
    [InlineData("age > 0 or (age < 3 and id = 1)", "(age > 0 or age < 3) and id = 1", false)]
    [InlineData("unknown_function(age)", "unknown_function( age)", true)]
    [InlineData("unknown_function(age)", "(unknown_function((age)))", false)]
    [Row("J3.checks")]
    public void Checks_are_the_same_when_SQLite_does_the_same(string declared, string reflected, bool same) =>
        Assert.Equal(
            same,
            Norms.SameCheck(Hero, new CheckConstraint(null, declared), new CheckConstraint(null, reflected))
        );

    [Theory]
    [InlineData("'1'", "1", true)]
    [InlineData("1", "1.0", true)]
    [InlineData("TRUE", "1", true)]
    [InlineData("'2026-01-01'", "date('now')", false)]
    [InlineData("CURRENT_TIMESTAMP", "current_timestamp", true)]
    [InlineData("strftime('%Y', 'now')", "STRFTIME('%Y','now')", true)]
    [InlineData("1 + 1", "((1+1))", true)]
    [InlineData("1 + 1", "2", false)]
    [InlineData("'x'", "NULL", false)]
    [Row("J3.defaults")]
    public void Defaults_are_the_same_when_they_fill_in_the_same(string declared, string reflected, bool same) =>
        Assert.Equal(same, SameDefault(Integer(), Sql(declared), Sql(reflected)));

    [Fact]
    [Row("J3.default-kinds")]
    public async Task Every_kind_of_default_is_the_same_as_what_is_read_back()
    {
        using var database = new TempDatabase();
        Column[] declared =
        [
            Column("a", Text(), serverDefault: "it's"),
            Column("b", Integer(), serverDefault: -5),
            Column("c", Numeric(10, 2), serverDefault: 1.50m),
            Column("d", Bool(), serverDefault: true),
            Column("e", Timestamp(timeZone: true), serverDefault: SqlValue.Now),
            Column("f", Text(), serverDefault: Sql("lower('X')")),
            Column("g", Text(), serverDefault: "nul\0here"),
            Column("h", Text()),
            Column("i", BigInt(), serverDefault: long.MinValue),
        ];
        database.Engine.CreateAll(new MetaData(new Table("t", declared)));
        using var connection = database.Engine.Connect();
        var reflected = await connection.Inspector.ReadAsync(cancellationToken: TestContext.Current.CancellationToken);
        foreach (var (one, other) in declared.Zip(reflected.Tables[0].Columns))
        {
            Assert.True(Norms.SameType(one, other), one.ToString());
            Assert.True(
                Norms.SameDefault(one, other),
                $"{one.Name}: {one.ServerDefault} read as {other.ServerDefault}"
            );
        }
        Assert.False(Norms.SameDefault(declared[0], declared[5]));
    }

    [Theory]
    [InlineData("name", "NAME", true)]
    [InlineData("name", "age", false)]
    [Row("J3.indexes")]
    public void Indexes_are_the_same_when_SQLite_keeps_the_same(string declared, string reflected, bool same)
    {
        AssertIndex(same, On(Sql($"lower({declared})")), On(Sql($"LOWER( {reflected} )")));
        AssertIndex(same, On(declared, $"{declared} > 1"), On(declared, $"{reflected} > 1"));
        AssertIndex(false, On(declared), On(declared) with { Unique = true });
        AssertIndex(false, On(declared), On(Desc(declared)));
        AssertIndex(false, On(declared), On(declared, "age > 1"));
    }

    [Fact]
    [Row("J3.types")]
    public void Types_are_the_same_when_SQLite_stores_the_same()
    {
        Assert.True(SameType(Integer(), "int"));
        Assert.True(SameType(Varchar(80), "varchar ( 80 )"));
        Assert.True(SameType(Uuid(), "text"));
        Assert.True(SameType(Numeric(10, 2), "DECIMAL(10,2)"));
        Assert.False(SameType(Varchar(80), "VARCHAR(81)"));
        Assert.False(SameType(Integer(), "BIGINT"));
        Assert.True(SameType(Unknown("DATETIME"), "dateTime"));
        Assert.True(SameType(DoublePrecision(), "double  precision"));
        Assert.False(SameType(Text(), "DATETIME"));
        Assert.True(Norms.SameType(Column("id", BigInt(), autoincrement: true), Column("id", Integer())));
    }

    private static bool SameType(SqlType declared, string reflected) =>
        Norms.SameType(Column("c", declared), Column("c", SqliteDialect.Instance.Types.Parse(reflected)));

    private static TableIndex On(IndexElement element, string? where = null) => new("ix", [element]) { Where = where };

    private static void AssertIndex(bool same, TableIndex declared, TableIndex reflected) =>
        Assert.Equal(same, Norms.SameIndex(Hero, declared, reflected));

    private static bool SameDefault(SqlType type, ServerDefault declared, ServerDefault reflected) =>
        Norms.SameDefault(Column("c", type, serverDefault: declared), Column("c", type, serverDefault: reflected));
}
