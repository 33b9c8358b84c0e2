using System.Globalization;
using Retort.Migrations;

namespace Retort.Sqlite.Tests.Catalog;

/// <summary>
/// Tables at random are created, read, created elsewhere and read again: nothing differs. <c>RETORT_TEST_CASES</c> sets how many (1,000);
/// a reader that forgets one thing is found out.
/// </summary>
public sealed class GeneratedTests(ITestOutputHelper output)
{
    private const int Batch = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Cases =>
        int.Parse(Environment.GetEnvironmentVariable("RETORT_TEST_CASES") ?? "1000", CultureInfo.InvariantCulture);

    [Fact]
    [Row("F2.sqlite-generated")]
    public async Task Generated_tables_are_read_as_they_were_declared_and_can_be_created_again()
    {
        var histogram = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var first = 0; first < Cases; first += Batch)
            await RunAsync(first, histogram);
        foreach (var (what, count) in histogram)
            output.WriteLine($"{100.0 * count / Cases, 5:F1} %  {what}");
        Assert.All(
            histogram,
            pair => Assert.True(pair.Value >= 0.02 * Cases, $"{pair.Key} is in {pair.Value} of {Cases}")
        );
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    [Row("F2.sqlite-generated")]
    public async Task A_reader_that_forgets_something_is_found_out(string name)
    {
        var forget = Shared.ForgetfulReaders.All.Single(each => each.Name == name).Forget;
        for (var first = 0; first < Cases; first += Batch)
        {
            using var database = new TempDatabase();
            var declared = new MetaData(new GeneratedTables(first).Next(Batch).Select(each => each.Table));
            await database.Engine.CreateAllAsync(declared, Cancellation);
            var read = Shared.ForgetfulReaders.Forget(await ReadAsync(database), forget);
            if (Autogenerator.Compare(declared, read, SqliteDialect.Instance).Detected.Count > 0)
                return;
        }
        Assert.Fail($"Nobody noticed that the reader forgot: {name}");
    }

    /// <summary>What SQLite has at all.</summary>
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

    private static async Task RunAsync(int seed, SortedDictionary<string, int> histogram)
    {
        using var database = new TempDatabase();
        using var copy = new TempDatabase();
        var generated = new GeneratedTables(seed).Next(Batch);
        foreach (var what in generated.SelectMany(each => each.Has))
            histogram[what] = histogram.GetValueOrDefault(what) + 1;
        var declared = new MetaData(generated.Select(each => each.Table));

        await database.Engine.CreateAllAsync(declared, Cancellation);
        var read = await ReadAsync(database);
        Assert.Empty(Autogenerator.Compare(declared, read, SqliteDialect.Instance).Detected);

        await copy.Engine.CreateAllAsync(read, Cancellation);
        Assert.Equal(Ddl(read), Ddl(await ReadAsync(copy)));
    }

    private static async Task<MetaData> ReadAsync(TempDatabase database)
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        return await connection.Inspector.ReadAsync(cancellationToken: Cancellation);
    }

    private static IEnumerable<string> Ddl(MetaData schema) =>
        SchemaCreation.Of(schema, SqliteDialect.Instance.Syntax).Select(SqliteDialect.Instance.Ddl.Compile);
}
