namespace Retort.Sqlite.Tests;

public sealed class ErrorTests : IDisposable
{
    private readonly TempDatabase _database = new("Default Timeout=1");

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(
        "INSERT INTO hero (id, name, age) VALUES (2, 'A', 1)",
        ConstraintKind.Unique,
        "hero",
        "name, age",
        null
    )]
    [InlineData("INSERT INTO hero (id) VALUES (1)", ConstraintKind.Unique, "hero", "id", null)]
    [InlineData("INSERT INTO hero (id, name) VALUES (2, 'a')", ConstraintKind.Unique, null, "", "ix low")]
    [InlineData("UPDATE hero SET name = NULL", ConstraintKind.NotNull, "hero", "name", null)]
    [InlineData("UPDATE hero SET age = -1", ConstraintKind.Check, null, "", "ck_age")]
    [InlineData("UPDATE hero SET boss = 9", ConstraintKind.ForeignKey, null, "", null)]
    [Row("C7.sqlite-constraints")]
    public void A_violated_constraint_is_typed(
        string sql,
        ConstraintKind kind,
        string? table,
        string columns,
        string? constraint
    )
    {
        Create();
        var error = Assert.Throws<ConstraintViolationException>(() => _database.Run(sql));
        Assert.Equal(
            (kind, table, columns, constraint),
            (error.Kind, error.Table, string.Join(", ", error.Columns), error.Constraint)
        );
        Assert.Equal(sql, error.Statement);
    }

    [Fact]
    [Row("C7.sqlite-names")]
    public void Names_with_dots_and_commas_are_told_apart()
    {
        _database.Run(
            "CREATE TABLE \"a.b\" (\"c, d\" TEXT, \"e.f\" TEXT, UNIQUE (\"c, d\", \"e.f\"))",
            "INSERT INTO \"a.b\" VALUES (1, 2)"
        );
        var error = Assert.Throws<ConstraintViolationException>(() =>
            _database.Run("INSERT INTO \"a.b\" VALUES (1, 2)")
        );
        Assert.Equal("a.b", error.Table);
        Assert.Equal(["c, d", "e.f"], error.Columns);
    }

    [Fact]
    [Row("M2.sqlite-locked")]
    public void A_locked_database_is_named_with_what_to_do()
    {
        Create();
        using var writer = _database.Engine.Connect();
        writer.Execute("BEGIN IMMEDIATE");
        var error = Assert.Throws<DatabaseLockedException>(() => _database.Run("DELETE FROM hero"));
        Assert.Contains(_database.File, error.Message, StringComparison.Ordinal);
        Assert.Contains("timeout", error.Hint, StringComparison.Ordinal);
        writer.Execute("ROLLBACK");
        _database.Run("DELETE FROM hero");
    }

    [Fact]
    [Row("M2.sqlite-open")]
    public void What_cannot_be_opened_says_why()
    {
        var folder = Path.GetDirectoryName(_database.File)!;
        Assert.Contains(
            "does not exist",
            Open(Path.Combine(folder, "none", "app.db")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains("it is a folder", Open(folder).Message, StringComparison.Ordinal);
        var text = Path.Combine(folder, "text.db");
        File.WriteAllText(text, new string('x', 5000));
        Assert.Contains("is not a SQLite database", Open(text).Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), File.ReadAllText(text));
    }

    [Fact]
    [Row("M2.sqlite-read-only")]
    public void A_database_that_can_only_be_read_says_so()
    {
        Create();
        using var engine = Engine.Create(SqliteDialect.Instance, $"Data Source={_database.File};Mode=ReadOnly");
        using var connection = engine.Connect();
        var error = Assert.Throws<DatabaseException>(() => connection.Execute("DELETE FROM hero"));
        Assert.Contains("can only be read", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT * FROM team", "no such table: team")]
    [InlineData("UPDATE hero SET nme = 1", "no such column: nme")]
    [InlineData("INSERT INTO hero (nme) VALUES (1)", "has no column named nme")]
    [Row("M2.sqlite-missing")]
    public void A_missing_table_or_column_tells_how_to_get_it(string sql, string message)
    {
        Create();
        var error = Assert.Throws<DatabaseException>(() => _database.Run(sql));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("retort upgrade head", error.Hint, StringComparison.Ordinal);
    }

    private void Create() =>
        _database.Run(
            """
            CREATE TABLE hero (
                id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'B', age INT CONSTRAINT ck_age CHECK (age > 0),
                boss INT REFERENCES hero, UNIQUE (name, age)
            )
            """,
            "CREATE UNIQUE INDEX \"ix low\" ON hero (lower(name)) WHERE age IS NULL",
            "INSERT INTO hero (id, name, age) VALUES (1, 'A', 1)",
            "INSERT INTO hero (id, name) VALUES (3, 'A')"
        );

    private static ConnectionFailedException Open(string path)
    {
        using var engine = Engine.Create(SqliteDialect.Instance, $"Data Source={path};Pooling=False");
        return Assert.Throws<ConnectionFailedException>(() =>
        {
            using var connection = engine.Connect();
        });
    }
}
