using System.Globalization;
using Retort;
using Retort.Migrations;

namespace Shared;

/// <summary>
/// From any schema with rows to any other and back: nothing is left to detect after each step, and rows that can survive do.
/// <c>RETORT_TEST_PAIRS</c> sets how many pairs (500); a comparer that is switched off is found out.
/// </summary>
public abstract class PairTests(ITestOutputHelper output)
{
    private const int Standard = 500;
    private const int Batch = 10;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static int Pairs =>
        int.Parse(
            Environment.GetEnvironmentVariable("RETORT_TEST_PAIRS") ?? $"{Standard}",
            CultureInfo.InvariantCulture
        );

    /// <summary>A database, which ends with the second.</summary>
    protected abstract (Engine Engine, IDisposable Database) NewDatabase();

    /// <summary>The schemas of a seed.</summary>
    protected abstract RandomPairs NewPairs(int seed);

    /// <summary>What empties a database.</summary>
    protected abstract Task ClearAsync(Engine engine);

    [Fact]
    [Row("J4.pairs")]
    public async Task Any_schema_leads_to_any_other_and_back()
    {
        var histogram = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var first = 0; first < Pairs; first += Batch)
            await RunAsync(first, Math.Min(first + Batch, Pairs), histogram);
        foreach (var (what, count) in histogram)
            output.WriteLine($"{100.0 * count / Pairs, 5:F1} %  {what}");
        Assert.Equal(NewPairs(0).Kinds.Distinct().Order(StringComparer.Ordinal), histogram.Keys);
        Assert.All(
            histogram,
            each => Assert.True(each.Value >= 0.02 * Pairs, $"{each.Key} is in {each.Value} of {Pairs}")
        );
        Assert.True(histogram["rows"] >= Pairs / 2);
    }

    /// <summary>Whether somebody notices within 500 pairs that a comparer is switched off.</summary>
    protected async Task IsMissedAsync(string comparer)
    {
        var rest = Comparers.All.Where(each => each.Name != comparer).ToList();
        Assert.Equal(Comparers.All.Count - 1, rest.Count);
        for (var first = 0; first < Standard; first += Batch)
        {
            var (engine, database) = NewDatabase();
            using var end = database;
            for (var seed = first; seed < first + Batch; seed++)
                if (await ProblemAsync(engine, NewPairs(seed).Next(), rest) is not null)
                    return;
        }
        Assert.Fail($"Nobody noticed that this was not compared: {comparer}");
    }

    /// <summary>Runs some pairs in one database, whose catalog grows with each.</summary>
    private async Task RunAsync(int first, int end, SortedDictionary<string, int> histogram)
    {
        var (engine, database) = NewDatabase();
        using var ends = database;
        for (var seed = first; seed < end; seed++)
        {
            var pair = NewPairs(seed).Next();
            foreach (var what in pair.Has)
                histogram[what] = histogram.GetValueOrDefault(what) + 1;
            if (await ProblemAsync(engine, pair, Comparers.All) is { } problem)
                Assert.Fail($"Seed {seed}: {problem}\n{await SmallestAsync(engine, pair, problem)}");
        }
    }

    /// <summary>What goes wrong with a pair; null: nothing.</summary>
    private async Task<string?> ProblemAsync(Engine engine, SchemaPair pair, IReadOnlyList<Comparer> comparers)
    {
        var doing = "clear";
        try
        {
            await ClearAsync(engine);
            doing = "create";
            await using (var connection = await engine.ConnectAsync(Cancellation))
                foreach (var sql in Statements(engine, pair.First).Concat(pair.Rows))
                    await connection.ExecuteAsync(new CompiledSql(sql, []), Cancellation);
            var before = await CountAsync(engine, pair);
            doing = "upgrade";
            var there = (await CompareAsync(engine, pair.Second, comparers)).WithoutBlocking(engine.Dialect);
            await RunAsync(engine, there.Upgrade);
            if (await CompareAsync(engine, pair.Second, Comparers.All) is { IsEmpty: false } left)
                return $"after the upgrade: {string.Join("; ", left.Detected)}";
            if (Lost(before, await CountAsync(engine, pair)) is { } lost)
                return $"after the upgrade rows are lost: {lost}";
            doing = "downgrade";
            await RunAsync(engine, there.Downgrade);
            if (await CompareAsync(engine, pair.First, Comparers.All) is { IsEmpty: false } back)
                return $"after the downgrade: {string.Join("; ", back.Detected)}";
            return Lost(before, await CountAsync(engine, pair)) is { } gone
                ? $"after the downgrade rows are lost: {gone}"
                : null;
        }
        catch (RetortException error)
        {
            return $"{doing}: {error.Message}";
        }
    }

    /// <summary>The smallest pair that fails, with what would be run.</summary>
    private async Task<string> SmallestAsync(Engine engine, SchemaPair pair, string problem)
    {
        while (await SmallerAsync(engine, pair, problem[..Math.Min(20, problem.Length)]) is { } smaller)
            pair = smaller;
        problem = (await ProblemAsync(engine, pair, Comparers.All))!;
        await ClearAsync(engine);
        await engine.CreateAllAsync(pair.First, Cancellation);
        var steps = (await CompareAsync(engine, pair.Second, Comparers.All)).WithoutBlocking(engine.Dialect).Upgrade;
        return $"Smallest: {problem}\n{Ddl(engine, pair.First)}\n{string.Join("\n", pair.Rows)}\n-- to\n{Ddl(engine, pair.Second)}\n-- by\n{string.Join("\n", steps)}";
    }

    private async Task<SchemaPair?> SmallerAsync(Engine engine, SchemaPair pair, string kind)
    {
        foreach (var smaller in pair.Smaller())
            if (
                await ProblemAsync(engine, smaller, Comparers.All) is { } problem
                && problem.StartsWith(kind, StringComparison.Ordinal)
            )
                return smaller;
        return null;
    }

    private static string Ddl(Engine engine, MetaData schema) => string.Join(";\n", Statements(engine, schema));

    private static IEnumerable<string> Statements(Engine engine, MetaData schema) =>
        SchemaCreation
            .Of(schema, engine.Dialect.Syntax)
            .Where(engine.Dialect.Ddl.Matters)
            .Select(engine.Dialect.Ddl.Compile);

    private static async Task<AutogenerateResult> CompareAsync(
        Engine engine,
        MetaData declared,
        IReadOnlyList<Comparer> comparers
    )
    {
        await using var connection = await engine.ConnectAsync(ConnectionPurpose.Inspection, Cancellation);
        var found = await connection.Inspector.ReadAsync(cancellationToken: Cancellation);
        var norms = await engine.Dialect.NormsAsync(connection.QueryAsync, declared, found, Cancellation);
        return Autogenerator.Compare(declared, found, engine.Dialect, norms, comparers);
    }

    /// <summary>Runs operations as a migration does.</summary>
    private static async Task RunAsync(Engine engine, IReadOnlyList<Operation> operations)
    {
        await using var connection = await engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation);
        await new MigrationContext(connection, new MigrationOptions()).RunAsync(operations, Cancellation);
    }

    /// <summary>The rows of the tables that both schemas have.</summary>
    private static async Task<Dictionary<string, string>> CountAsync(Engine engine, SchemaPair pair)
    {
        var counts = new Dictionary<string, string>();
        await using var connection = await engine.ConnectAsync(Cancellation);
        foreach (
            var table in pair.First.Tables.Where(table =>
                HasRows(table) && pair.Second.Find(table.FullName) is { } other && HasRows(other)
            )
        )
        {
            var name = engine.Dialect.Syntax.Quote(table.Name);
            var rows = await connection.QueryAsync($"SELECT number, words FROM {name} ORDER BY number", Cancellation);
            counts[table.Name] = string.Join(", ", rows.Select(row => $"{row[0]} {row[1]}"));
        }
        return counts;
    }

    private static bool HasRows(Table table) =>
        table.FindColumn("number") is not null && table.FindColumn("words") is not null;

    private static string? Lost(Dictionary<string, string> before, Dictionary<string, string> after) =>
        before
            .Where(each => after.GetValueOrDefault(each.Key) != each.Value)
            .Select(each => $"{each.Key} had {each.Value} and has {after.GetValueOrDefault(each.Key)}")
            .FirstOrDefault();
}

/// <summary>A schema with rows, and the one that it is to become.</summary>
public sealed record SchemaPair(
    MetaData First,
    MetaData Second,
    IReadOnlyList<string> Rows,
    IReadOnlyCollection<string> Has
)
{
    /// <summary>Pairs with one part less.</summary>
    public IEnumerable<SchemaPair> Smaller()
    {
        if (Rows.Count > 0)
            yield return this with
            {
                Rows = [],
            };
        foreach (var table in First.Tables.Concat(Second.Tables).Select(table => table.FullName).Distinct())
            yield return this with
            {
                First = new(First.Tables.Where(each => each.FullName != table)),
                Second = new(Second.Tables.Where(each => each.FullName != table)),
                Rows = [],
            };
        foreach (var smaller in Smaller(First))
            yield return this with
            {
                First = smaller,
            };
        foreach (var smaller in Smaller(Second))
            yield return this with
            {
                Second = smaller,
            };
        foreach (
            var part in First.Tables.SelectMany(table => table.Columns.Select(column => (table.FullName, column.Name)))
        )
            if (Without(First, part) is { } first && Without(Second, part) is { } second)
                yield return this with
                {
                    First = first,
                    Second = second,
                    Rows = [],
                };
    }

    private static IEnumerable<MetaData> Smaller(MetaData schema)
    {
        foreach (var table in schema.Tables)
        {
            yield return new MetaData(schema.Tables.Where(each => each != table));
            foreach (var part in table.Elements.Concat(table.Indexes))
                if (table.Columns.Count > 1 && Replaced(schema, table, each => !Equals(each, part)) is { } smaller)
                    yield return smaller;
        }
    }

    private static MetaData? Without(MetaData schema, (TableName Table, string Column) column) =>
        schema.Find(column.Table) is { } table && table.FindColumn(column.Column) is { } part
            ? Replaced(schema, table, each => !Equals(each, part))
            : null;

    private static MetaData? Replaced(MetaData schema, Table table, Func<ITableElement, bool> keep)
    {
        try
        {
            var smaller = new Table(table.FullName, [.. table.Elements.Concat(table.Indexes).Where(keep)], null)
            {
                Options = table.Options,
                Comment = table.Comment,
            };
            return new MetaData(schema.Tables.Select(each => each == table ? smaller : each));
        }
        catch (SchemaException)
        {
            return null;
        }
    }
}

/// <summary>Pairs of schemas at random.</summary>
/// <param name="tables">Makes the tables.</param>
public abstract class RandomPairs(RandomTables tables)
{
    /// <summary>All that pairs can have: each must occur.</summary>
    public IEnumerable<string> Kinds =>
        [
            .. tables.Kinds,
            "table added",
            "table dropped",
            "table changed",
            "table as it was",
            "type changed",
            "nullability changed",
            "default changed",
            "key changed",
            "rows",
        ];

    /// <summary>A value of a type, as SQL.</summary>
    protected abstract string Sample(SqlType type, int number);

    /// <summary>How an INSERT begins that may give a key which the database counts.</summary>
    protected abstract string Insert(string table, string columns);

    /// <summary>Whether rows with the samples of one type can have another.</summary>
    protected abstract bool Converts(SqlType from, SqlType to);

    /// <summary>A quoted name.</summary>
    protected abstract string Quote(string name);

    /// <summary>The pair.</summary>
    public SchemaPair Next()
    {
        var has = new SortedSet<string>(StringComparer.Ordinal);
        var withRows = tables.Number(0, 4) > 0;
        var first = tables
            .Next(tables.Number(2, 5))
            .ConvertAll(each => (Table: withRows ? Fillable(each.Table) : each.Table, each.Has));
        var second = new List<Table>();
        foreach (var (table, parts) in first)
        {
            has.UnionWith(parts);
            var choice = tables.Number(0, 6);
            if (choice == 0)
                has.Add("table dropped");
            else if (choice == 1 && Stands(table, second, first.ConvertAll(each => each.Table)))
                second.Add(tables.Tag(has, "table as it was", table));
            else
                second.Add(Changed(table, second, withRows, has));
        }
        if (tables.Number(0, 3) == 0)
        {
            has.Add("table added");
            second.Add(tables.Named("new", second.LastOrDefault(), has));
        }
        if (withRows)
            has.Add("rows");
        var rows = withRows ? first.SelectMany(each => Rows(each.Table)).ToList() : [];
        return new(new(first.ConvertAll(each => each.Table)), new(second), rows, has);
    }

    /// <summary>The table with columns that can go and come back: NOT NULL only where rows can be given a value.</summary>
    private static Table Fillable(Table table) =>
        new(
            table.FullName,
            table.Elements.Select(element =>
                element is Column { Nullable: false, Autoincrement: false } column
                && !HasDefault(column)
                && column.Type
                    is not (Bool or SmallInt or Integer or BigInt or Numeric or Text or Varchar or Uuid or Date)
                    ? column with
                    {
                        Nullable = true,
                    }
                    : element
            ),
            table.Indexes
        )
        {
            Options = table.Options,
            Comment = table.Comment,
        };

    private static bool HasDefault(Column column) =>
        column.ServerDefault is { Exists: true, Value: not SqlFragment { Text: "NULL" } };

    /// <summary>Whether a table can stay as it is: what it refers to does, too.</summary>
    private static bool Stands(Table table, List<Table> second, List<Table> first) =>
        table.ForeignKeys.All(key =>
            second.Find(each => each.FullName == key.Table) is { } other && first.Contains(other)
        );

    private Table Changed(Table table, List<Table> second, bool withRows, SortedSet<string> has)
    {
        has.Add("table changed");
        var changed = tables.Named(table.Name, second.LastOrDefault(), has);
        var elements = changed.Elements.Select(element =>
            element is Column column ? Fitting(column, table.FindColumn(column.Name), changed, withRows) : element
        );
        changed = new Table(changed.FullName, elements, changed.Indexes)
        {
            Options = changed.Options,
            Comment = changed.Comment,
        };
        foreach (var column in changed.Columns)
            if (table.FindColumn(column.Name) is { } old)
            {
                if (old.Type != column.Type)
                    has.Add("type changed");
                if (old.Nullable != column.Nullable)
                    has.Add("nullability changed");
                if (old.ServerDefault != column.ServerDefault)
                    has.Add("default changed");
            }
        if (changed.PrimaryKey?.Columns != table.PrimaryKey?.Columns)
            has.Add("key changed");
        return changed;
    }

    /// <summary>A column that rows can have: of a type that theirs become, and with a value where there was none.</summary>
    private Column Fitting(Column column, Column? old, Table table, bool withRows)
    {
        if (!withRows)
            return column;
        var isKey = table.PrimaryKey?.Columns.Contains(column.Name) is true;
        if (old is null)
            return isKey || HasDefault(column) || column.Autoincrement || column.Computed is not null
                ? column
                : column with
                {
                    Nullable = true,
                };
        if (column.Name != "other" && !Converts(old.Type, column.Type))
            column = old with { Nullable = column.Nullable };
        return old.Nullable && !isKey ? column with { Nullable = true } : column;
    }

    private IEnumerable<string> Rows(Table table)
    {
        for (var number = 1; number <= 2; number++)
        {
            var given = table.Columns.Where(column => column.Computed is null && column.Name != "other").ToList();
            yield return $"{Insert(Quote(table.Name), string.Join(", ", given.Select(column => Quote(column.Name))))} VALUES ({string.Join(", ", given.Select(column => Value(column, number)))})";
        }
    }

    private string Value(Column column, int number) =>
        column.Name switch
        {
            "number" => $"{number}",
            "words" => number == 1 ? "'a'" : "'b'",
            _ when column.Nullable && number == 2 && column.Name != "id" => "NULL",
            _ => Sample(column.Type, number),
        };
}
