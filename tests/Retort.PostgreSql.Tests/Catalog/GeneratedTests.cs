using System.Globalization;
using Retort.Migrations;

namespace Retort.PostgreSql.Tests.Catalog;

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
    [Row("F2.postgresql-generated")]
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
    [Row("F2.postgresql-generated")]
    public async Task A_reader_that_forgets_something_is_found_out(string name)
    {
        var mutant = Shared.ForgetfulReaders.All.Single(each => each.Name == name);
        for (var first = 0; first < Cases; first += Batch)
        {
            using var database = new TempDatabase();
            var declared = new MetaData(new GeneratedTables(first).Next(Batch).Select(each => each.Table));
            await database.Engine.CreateAllAsync(declared, Cancellation);
            var (read, _) = await database.ReadAsync();
            if ((await CompareAsync(database, declared, Shared.ForgetfulReaders.Forget(read, mutant.Forget))).Count > 0)
                return;
        }
        Assert.Fail($"Nobody noticed that the reader forgot: {name}");
    }

    public static TheoryData<string> Mutants() => [.. Shared.ForgetfulReaders.All.Select(each => each.Name)];

    private static async Task RunAsync(int seed, SortedDictionary<string, int> histogram)
    {
        using var database = new TempDatabase();
        using var copy = new TempDatabase();
        var generated = new GeneratedTables(seed).Next(Batch);
        foreach (var what in generated.SelectMany(each => each.Has))
            histogram[what] = histogram.GetValueOrDefault(what) + 1;
        var declared = new MetaData(generated.Select(each => each.Table));

        await database.Engine.CreateAllAsync(declared, Cancellation);
        var (read, _) = await database.ReadAsync();
        Assert.Empty(await CompareAsync(database, declared, read));

        await copy.Engine.CreateAllAsync(read, Cancellation);
        var (again, _) = await copy.ReadAsync();
        Assert.Equal(Ddl(read), Ddl(again));
    }

    private static async Task<IReadOnlyList<string>> CompareAsync(
        TempDatabase database,
        MetaData declared,
        MetaData found
    )
    {
        await using var connection = await database.Engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var norms = await database.Engine.Dialect.NormsAsync(connection.QueryAsync, declared, found, Cancellation);
        Assert.Empty(norms.Unproven);
        return Autogenerator.Compare(declared, found, database.Engine.Dialect, norms).Detected;
    }

    private static IEnumerable<string> Ddl(MetaData schema) =>
        SchemaCreation.Of(schema, PostgreSqlDialect.Instance.Syntax).Select(PostgreSqlDialect.Instance.Ddl.Compile);
}
