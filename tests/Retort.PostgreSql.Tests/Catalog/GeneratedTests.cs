using Shared;

namespace Retort.PostgreSql.Tests.Catalog;

/// <summary>Tables at random, on PostgreSQL.</summary>
public sealed class PostgreSqlGeneratedTests(ITestOutputHelper output) : GeneratedTests(output)
{
    [Theory, MemberData(nameof(Mutants))]
    [Row("F2.generated")]
    public Task A_reader_that_forgets_something_is_found_out(string name) => IsFoundOutAsync(name);

    /// <summary>What the database has at all.</summary>
    public static TheoryData<string> Mutants() => [.. ForgetfulReaders.All.Select(each => each.Name)];

    protected override (Engine Engine, IDisposable Database) NewDatabase()
    {
        var database = new TempDatabase();
        return (database.Engine, database);
    }

    protected override RandomTables NewTables(int seed) => new GeneratedTables(seed);
}
