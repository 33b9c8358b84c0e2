using Shared;

namespace Retort.PostgreSql.Tests.Catalog;

/// <summary>From any schema to any other and back, on PostgreSQL.</summary>
public sealed class PostgreSqlPairTests(ITestOutputHelper output) : PairTests(output)
{
    [Theory, MemberData(nameof(Switches))]
    [Row("J4.pairs")]
    public Task A_comparer_that_is_switched_off_is_missed(string comparer) => IsMissedAsync(comparer);

    public static TheoryData<string> Switches() =>
        [
            .. Retort.Migrations.Comparers.All.Select(comparer => comparer.Name).Except(["table options"]), // for tables that are rebuilt
        ];

    protected override (Engine Engine, IDisposable Database) NewDatabase()
    {
        var database = new TempDatabase();
        return (database.Engine, database);
    }

    protected override RandomPairs NewPairs(int seed) => new Pairs(new GeneratedTables(seed));

    protected override async Task ClearAsync(Engine engine)
    {
        await using var connection = await engine.ConnectAsync(TestContext.Current.CancellationToken);
        await connection.ExecuteAsync(
            new CompiledSql(
                "DROP SCHEMA IF EXISTS archive CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public",
                []
            ),
            TestContext.Current.CancellationToken
        );
    }

    internal sealed class Pairs(RandomTables tables) : RandomPairs(tables)
    {
        protected override SqlSyntax Syntax => PostgreSqlDialect.Instance.Syntax;

        protected override string Insert(string table, string columns) =>
            $"INSERT INTO {table} ({columns}) OVERRIDING SYSTEM VALUE";

        protected override bool Converts(SqlType from, SqlType to) =>
            from == to || IsNumber(from) && IsNumber(to) || to is Text && from is not (ArrayOf or RangeOf);

        private static bool IsNumber(SqlType type) =>
            type is SmallInt or Integer or BigInt or Real or DoublePrecision or Numeric or UnsignedBigInt;

        protected override string Sample(SqlType type, int number) =>
            type switch
            {
                Bool => "true",
                _ when IsNumber(type) => $"{number}",
                Text or Varchar => $"'text {number}'",
                Character => "'abcd'",
                Uuid => $"'00000000-0000-0000-0000-00000000000{number}'",
                Timestamp => "'2026-01-02 03:04:05'",
                Date => "'2026-01-02'",
                Time => "'03:04'",
                Interval => "'1 hour'",
                Blob => @"'\x00ff'",
                Json => "'{}'",
                ArrayOf => "'{}'",
                EnumType => "'ok'",
                Xml => "'<a/>'",
                Inet => "'::1'",
                Cidr => "'10.0.0.0/8'",
                MacAddress => "'08:00:2b:01:02:03'",
                TsVector or TsQuery => "'a'",
                Bit => "B'0101'",
                BitVarying => "B'01'",
                RangeOf { Multiple: true } => "'{}'",
                RangeOf => "'empty'",
                UnknownType { Name: "money" } => "'1'",
                UnknownType { Name: "time with time zone" } => "'12:00+01'",
                _ => "'1 hour'",
            };
    }
}
