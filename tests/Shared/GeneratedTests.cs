using System.Globalization;
using Retort;
using Retort.Migrations;

namespace Shared;

/// <summary>
/// Tables at random are created in a database, read, created elsewhere and read again: nothing differs. <c>RETORT_TEST_CASES</c> sets how
/// many (1,000); a reader that forgets one thing is found out.
/// </summary>
public abstract class GeneratedTests(ITestOutputHelper output)
{
    private const int Batch = 50;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Cases =>
        int.Parse(Environment.GetEnvironmentVariable("RETORT_TEST_CASES") ?? "1000", CultureInfo.InvariantCulture);

    /// <summary>An empty database, which ends with the second.</summary>
    protected abstract (Engine Engine, IDisposable Database) NewDatabase();

    /// <summary>The tables of a seed.</summary>
    protected abstract RandomTables NewTables(int seed);

    [Fact]
    [Row("F2.generated")]
    public async Task Generated_tables_are_read_as_they_were_declared_and_can_be_created_again()
    {
        var histogram = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var first = 0; first < Cases; first += Batch)
            await RunAsync(first, histogram);
        foreach (var (what, count) in histogram)
            output.WriteLine($"{100.0 * count / Cases, 5:F1} %  {what}");
        Assert.Equal(NewTables(0).Kinds.Distinct().Order(StringComparer.Ordinal), histogram.Keys);
        Assert.All(
            histogram,
            pair => Assert.True(pair.Value >= 0.02 * Cases, $"{pair.Key} is in {pair.Value} of {Cases}")
        );
    }

    /// <summary>What a reader forgets that this database has.</summary>
    protected async Task IsFoundOutAsync(string name)
    {
        var forget = ForgetfulReaders.All.Single(each => each.Name == name).Forget;
        for (var first = 0; first < Cases; first += Batch)
        {
            var (engine, database) = NewDatabase();
            using var end = database;
            var declared = new MetaData(NewTables(first).Next(Batch).Select(each => each.Table));
            await engine.CreateAllAsync(declared, Cancellation);
            var read = ForgetfulReaders.Forget(await ReadAsync(engine), forget);
            if ((await CompareAsync(engine, declared, read)).Count > 0)
                return;
        }
        Assert.Fail($"Nobody noticed that the reader forgot: {name}");
    }

    private async Task RunAsync(int seed, SortedDictionary<string, int> histogram)
    {
        var generated = NewTables(seed).Next(Batch);
        foreach (var what in generated.SelectMany(each => each.Has))
            histogram[what] = histogram.GetValueOrDefault(what) + 1;
        var tables = generated.ConvertAll(each => each.Table);
        if (await DifferenceAsync(tables) is { } difference)
            Assert.Fail($"Seed {seed}: {difference}\nSmallest: {await SmallestAsync(tables)}");
    }

    /// <summary>What differs, in words; null: nothing.</summary>
    private async Task<string?> DifferenceAsync(IReadOnlyList<Table> tables)
    {
        var (engine, database) = NewDatabase();
        var (otherEngine, otherDatabase) = NewDatabase();
        using var end = database;
        using var otherEnd = otherDatabase;
        var declared = new MetaData(tables);
        try
        {
            await engine.CreateAllAsync(declared, Cancellation);
            var read = await ReadAsync(engine);
            if (await CompareAsync(engine, declared, read) is { Count: > 0 } changes)
                return string.Join("; ", changes);
            await otherEngine.CreateAllAsync(read, Cancellation);
            var other = Ddl(engine, await ReadAsync(otherEngine)).ToHashSet();
            return Ddl(engine, read).FirstOrDefault(sql => !other.Contains(sql)) is { } sql
                ? $"Created elsewhere it differs: {sql}"
                : null;
        }
        catch (DatabaseException error)
        {
            return error.Message;
        }
    }

    /// <summary>The SQL of the smallest part of a failing schema that fails by itself: tables, then elements, are left out as long as it does.</summary>
    private async Task<string> SmallestAsync(IReadOnlyList<Table> tables)
    {
        for (var smaller = tables; ; tables = smaller)
        {
            smaller = null!;
            foreach (var candidate in Smaller(tables))
                if (await DifferenceAsync(candidate) is not null)
                {
                    smaller = candidate;
                    break;
                }
            if (smaller is null)
                break;
        }
        var (engine, database) = NewDatabase();
        using (database)
            return string.Join(";\n", Ddl(engine, new MetaData(tables)));
    }

    private static IEnumerable<IReadOnlyList<Table>> Smaller(IReadOnlyList<Table> tables)
    {
        if (tables.Count > 1)
            foreach (var half in (IEnumerable<Table>[])[tables.Take(tables.Count / 2), tables.Skip(tables.Count / 2)])
                yield return [.. half];
        foreach (var table in tables)
        {
            if (tables.Count > 1)
                yield return [.. tables.Where(each => each != table)];
            foreach (var part in table.Elements.Concat(table.Indexes))
                if (Without(table, part) is { } smaller)
                    yield return [.. tables.Select(each => each == table ? smaller : each)];
        }
    }

    /// <summary>The table without a part; null where another part needs it.</summary>
    private static Table? Without(Table table, ITableElement part)
    {
        try
        {
            return new Table(
                table.FullName,
                [.. table.Elements.Concat(table.Indexes).Where(each => !Equals(each, part))],
                null
            )
            {
                Options = table.Options,
                Comment = table.Comment,
            };
        }
        catch (SchemaException)
        {
            return null;
        }
    }

    private static async Task<MetaData> ReadAsync(Engine engine)
    {
        await using var connection = await engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        return await connection.Inspector.ReadAsync(cancellationToken: Cancellation);
    }

    private static async Task<IReadOnlyList<string>> CompareAsync(Engine engine, MetaData declared, MetaData found)
    {
        await using var connection = await engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var norms = await engine.Dialect.NormsAsync(connection.QueryAsync, declared, found, Cancellation);
        Assert.Empty(norms.Unproven);
        return Autogenerator.Compare(declared, found, engine.Dialect, norms).Detected;
    }

    private static IEnumerable<string> Ddl(Engine engine, MetaData schema) =>
        SchemaCreation.Of(schema, engine.Dialect.Syntax).Select(engine.Dialect.Ddl.Compile);
}

/// <summary>Tables at random; each says what it has, for the histogram.</summary>
/// <param name="seed">The same seed gives the same tables.</param>
public abstract class RandomTables(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Tables that may refer to each other, under different names.</summary>
    public List<(Table Table, SortedSet<string> Has)> Next(int count)
    {
        var tables = new List<(Table, SortedSet<string>)>();
        for (var number = 0; number < count; number++)
            tables.Add(
                One($"t{number}{Pick("", " x", "_y", "É", "\"q\"")}", tables.Count > 0 ? Pick([.. tables]).Item1 : null)
            );
        return tables;
    }

    /// <summary>A table of a name.</summary>
    public Table Named(string name, Table? other, SortedSet<string> has)
    {
        var (table, parts) = One(name, other);
        has.UnionWith(parts);
        return table;
    }

    /// <summary>All that tables can have: each must occur.</summary>
    public abstract IEnumerable<string> Kinds { get; }

    /// <summary>What columns of these types and their defaults are called.</summary>
    protected static IEnumerable<string> KindsOf(
        IEnumerable<(SqlType Type, (string Form, ServerDefault Default)[] Defaults)> types
    ) => types.SelectMany(each => each.Defaults.Select(one => $"default {one.Form}").Append($"type {each.Type.Sql}"));

    /// <summary>A table that may refer to another.</summary>
    protected abstract (Table Table, SortedSet<string> Has) One(string name, Table? other);

    /// <summary>Indexes of a table, each kind now and then.</summary>
    protected List<TableIndex> Some(
        string table,
        SortedSet<string> has,
        int of,
        IEnumerable<(string Kind, ValueList<IndexElement> Elements, Func<TableIndex, TableIndex> Also)> kinds
    )
    {
        var indexes = new List<TableIndex>();
        foreach (var (kind, elements, also) in kinds)
            if (Chance(of))
                indexes.Add(Tag(has, $"index {kind}", also(new TableIndex($"ix {table} {kind}", elements))));
        return indexes;
    }

    /// <summary>A whole number below a limit.</summary>
    public int Number(int least, int limit) => _random.Next(least, limit);

    /// <summary>True one time of so many.</summary>
    protected bool Chance(int of) => _random.Next(of) == 0;

    /// <summary>One of the items.</summary>
    protected T Pick<T>(params T[] items) => items[_random.Next(items.Length)];

    /// <summary>Notes what a table has.</summary>
    public T Tag<T>(SortedSet<string> has, string what, T value)
    {
        has.Add(what);
        return value;
    }
}
