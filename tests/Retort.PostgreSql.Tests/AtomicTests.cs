using Retort.Migrations;
using Shared;

namespace Retort.PostgreSql.Tests;

/// <summary>Functions whose body is SQL with semicolons: https://www.postgresql.org/docs/current/sql-createfunction.html.</summary>
public sealed class AtomicTests : IDisposable
{
    private const string Function = """
        CREATE OR REPLACE FUNCTION twice(a int) RETURNS int LANGUAGE sql
        BEGIN ATOMIC
          SELECT CASE WHEN a > 0 THEN 1 END; -- it's; not the end
          SELECT a + 1;
        END
        """;

    private readonly TempDatabase _database = new();
    private readonly ScriptedProject _project;

    public AtomicTests() => _project = new ScriptedProject(_database.Engine);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _project.Dispose();
        _database.Dispose();
    }

    [Theory]
    [InlineData(Function)]
    [InlineData($"CREATE TABLE t (id int); {Function}; INSERT INTO t VALUES (twice(1)); COMMENT ON TABLE t IS 'a;b'")]
    [Row("I1.functions-atomic")]
    public async Task A_body_with_semicolons_is_one_statement(string sql)
    {
        _project.Add("a1", up: op => op.Execute(sql));
        await _project.Commands.UpgradeAsync(cancellationToken: Token);

        Assert.Equal("3", _database.Sql("SELECT twice(2)").Trim());
    }

    [Fact, Row("I1.functions-atomic")]
    public async Task An_error_is_that_of_the_server()
    {
        _project.Add("a1", up: op => op.Execute(Function.Replace("a + 1", "b + 1", StringComparison.Ordinal)));

        var error = await Assert.ThrowsAsync<MigrationFailedException>(() =>
            _project.Commands.UpgradeAsync(cancellationToken: Token)
        );

        Assert.Contains("column \"b\" does not exist", error.Message, StringComparison.Ordinal);
        Assert.Contains("BEGIN ATOMIC", error.Message, StringComparison.Ordinal);
    }

    [Fact, Row("I1.functions-atomic")]
    public async Task A_function_is_created_by_its_verb()
    {
        _project.Add("a1", up: op => op.CreateFunction("twice", Function));
        await _project.Commands.UpgradeAsync(cancellationToken: Token);

        Assert.Equal("3", _database.Sql("SELECT twice(2)").Trim());
    }
}
