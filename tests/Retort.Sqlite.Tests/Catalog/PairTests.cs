using Shared;

namespace Retort.Sqlite.Tests.Catalog;

/// <summary>From any schema to any other and back, on SQLite.</summary>
public sealed class SqlitePairTests(ITestOutputHelper output) : PairTests(output)
{
    [Theory, MemberData(nameof(Switches))]
    [Row("J4.pairs")]
    public Task A_comparer_that_is_switched_off_is_missed(string comparer) => IsMissedAsync(comparer);

    /// <summary>What the database has at all.</summary>
    public static TheoryData<string> Switches() =>
        [
            .. Retort
                .Migrations.Comparers.All.Select(comparer => comparer.Name)
                .Except(["objects", "exclusion constraints", "comments"]),
        ];

    protected override (Engine Engine, IDisposable Database) NewDatabase()
    {
        var database = new TempDatabase();
        return (database.Engine, database);
    }

    protected override RandomPairs NewPairs(int seed) => new Pairs(new GeneratedTables(seed));

    protected override async Task ClearAsync(Engine engine)
    {
        var there = await MetaData.ReflectAsync(engine, cancellationToken: TestContext.Current.CancellationToken);
        await engine.DropAllAsync(there, TestContext.Current.CancellationToken);
    }

    internal sealed class Pairs(RandomTables tables) : RandomPairs(tables)
    {
        protected override SqlSyntax Syntax => SqliteDialect.Instance.Syntax;

        protected override string Insert(string table, string columns) => $"INSERT INTO {table} ({columns})";

        protected override bool Converts(SqlType from, SqlType to) => true;

        protected override string Sample(SqlType type, int number) => $"{number}";
    }
}
