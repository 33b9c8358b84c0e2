using Shared;

namespace Retort.Sqlite.Tests.Catalog;

/// <summary>Tables at random, on SQLite.</summary>
public sealed class SqliteGeneratedTests(ITestOutputHelper output) : GeneratedTests(output)
{
    [Theory, MemberData(nameof(Mutants))]
    [Row("F2.generated")]
    public Task A_reader_that_forgets_something_is_found_out(string name) => IsFoundOutAsync(name);

    /// <summary>What the database has at all.</summary>
    public static TheoryData<string> Mutants() =>
        [
            "NOT NULL",
            "defaults",
            "the length of text",
            "conditions of indexes",
            "uniqueness of indexes",
            "the order of indexes",
            "actions of foreign keys",
            "when foreign keys are checked",
            "computed columns",
            "conditions of checks",
        ];

    protected override (Engine Engine, IDisposable Database) NewDatabase()
    {
        var database = new TempDatabase();
        return (database.Engine, database);
    }

    protected override RandomTables NewTables(int seed) => new GeneratedTables(seed);
}
