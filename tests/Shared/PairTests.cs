using System.Globalization;
using Retort;
using Retort.Migrations;

namespace Shared;

/// <summary>
/// From any schema with rows to any other and back: nothing is left to detect after each step, and rows that can survive do.
/// <c>RETORT_TEST_PAIRS</c> sets how many pairs (500), or which (<c>4499..4500</c>); a comparer that is switched off is found out.
/// </summary>
public abstract class PairTests(ITestOutputHelper output)
{
    private const int Standard = 500;
    private const int Batch = 10;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static (int First, int End) Seeds
    {
        get
        {
            var numbers = (Environment.GetEnvironmentVariable("RETORT_TEST_PAIRS") ?? $"{Standard}")
                .Split("..")
                .Select(number => int.Parse(number, CultureInfo.InvariantCulture))
                .ToList();
            return (numbers is [var first, _] ? first : 0, numbers[^1]);
        }
    }

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
        var files = new GeneratedFiles();
        var (start, end) = Seeds;
        for (var first = start; first < end; first += Batch)
            await RunAsync(first, Math.Min(first + Batch, end), histogram, files);
        var (engine, database) = NewDatabase();
        using (database)
            files.MakeTheSame(operations => Sql(engine.Dialect.Ddl, operations));
        foreach (var (what, count) in histogram)
            output.WriteLine($"{100.0 * count / (end - start), 5:F1} %  {what}");
        if (end - start < Standard)
            return;
        Assert.Equal(NewPairs(0).Kinds.Distinct().Order(StringComparer.Ordinal), histogram.Keys);
        Assert.All(
            histogram,
            each => Assert.True(each.Value >= 0.02 * (end - start), $"{each.Key} is in {each.Value} of {end - start}")
        );
        Assert.True(histogram["rows"] >= (end - start) / 2);
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
    private async Task RunAsync(int first, int end, SortedDictionary<string, int> histogram, GeneratedFiles files)
    {
        var (engine, database) = NewDatabase();
        using var ends = database;
        for (var seed = first; seed < end; seed++)
        {
            var pair = NewPairs(seed).Next();
            foreach (var what in pair.Has)
                histogram[what] = histogram.GetValueOrDefault(what) + 1;
            if (await ProblemAsync(engine, pair, Comparers.All, steps => files.Add(seed, steps)) is { } problem)
                Assert.Fail($"Seed {seed}: {problem}\n{await SmallestAsync(engine, pair, problem)}");
        }
    }

    /// <summary>What goes wrong with a pair; null: nothing.</summary>
    private async Task<string?> ProblemAsync(
        Engine engine,
        SchemaPair pair,
        IReadOnlyList<Comparer> comparers,
        Action<AutogenerateResult>? generated = null
    )
    {
        var doing = "clear";
        try
        {
            await ClearAsync(engine);
            doing = "create";
            await using (var connection = await engine.ConnectAsync(ConnectionPurpose.Migration, Cancellation))
                foreach (var sql in Statements(engine, pair.First).Concat(pair.Rows))
                    await connection.ExecuteAsync(new CompiledSql(sql, []), Cancellation);
            var before = await CountAsync(engine, pair, upgraded: false);
            doing = "upgrade";
            var there = (await Steps.FindAsync(engine, pair.Second, comparers: comparers)).WithoutBlocking(
                engine.Dialect
            );
            generated?.Invoke(there);
            await Steps.RunAsync(engine, there.Upgrade);
            if (await Steps.FindAsync(engine, pair.Second) is { IsEmpty: false } left)
                return $"after the upgrade: {string.Join("; ", left.Detected)}";
            if (Lost(before, await CountAsync(engine, pair, upgraded: true)) is { } lost)
                return $"after the upgrade rows are lost: {lost}";
            doing = "downgrade";
            await Steps.RunAsync(engine, there.Downgrade);
            if (await Steps.FindAsync(engine, pair.First) is { IsEmpty: false } back)
                return $"after the downgrade: {string.Join("; ", back.Detected)}";
            return Lost(before, await CountAsync(engine, pair, upgraded: false)) is { } gone
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
        var steps = (await Steps.FindAsync(engine, pair.Second)).WithoutBlocking(engine.Dialect).Upgrade;
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

    private static string Sql(DdlCompiler ddl, IEnumerable<Operation> operations) =>
        string.Join(
            ";\n",
            operations.SelectMany(operation => operation.ToDdl()).Where(ddl.Matters).Select(ddl.Compile)
        );

    private static string Ddl(Engine engine, MetaData schema) => string.Join(";\n", Statements(engine, schema));

    private static IEnumerable<string> Statements(Engine engine, MetaData schema) =>
        SchemaCreation
            .Of(schema, engine.Dialect.Syntax)
            .Where(engine.Dialect.Ddl.Matters)
            .Select(engine.Dialect.Ddl.Compile);

    /// <summary>The rows of the tables that both schemas have, by what the tables are called in the first.</summary>
    /// <param name="engine">The database.</param>
    /// <param name="pair">The schemas.</param>
    /// <param name="upgraded">Whether the database is as the second one.</param>
    private static async Task<Dictionary<string, string>> CountAsync(Engine engine, SchemaPair pair, bool upgraded)
    {
        var counts = new Dictionary<string, string>();
        await using var connection = await engine.ConnectAsync(Cancellation);
        foreach (var (before, after) in pair.Kept)
        {
            var (table, words) = upgraded ? after : before;
            var sql = new SqlWriter(engine.Dialect.Syntax, engine.Dialect.Types);
            sql.Write($"SELECT number, {new Name(words)} FROM {table} ORDER BY number");
            var rows = await connection.QueryAsync(sql.ToString(), Cancellation);
            counts[before.Table.ToString()] = string.Join(", ", rows.Select(row => $"{row[0]} {row[1]}"));
        }
        return counts;
    }

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
    /// <summary>Tables whose rows must survive, and their column of texts, as both schemas call them.</summary>
    public IEnumerable<((TableName Table, string Words) Before, (TableName Table, string Words) After)> Kept =>
        from first in First.Tables
        where first.FindColumn("number") is not null && first.FindColumn("words") is not null
        from second in Second.Tables
        where second.Schema == first.Schema && (second.Name == first.Name || second.RenamedFrom.Contains(first.Name))
        where second.FindColumn("number") is not null
        from words in second.Columns.Where(column => column.Name == "words" || column.RenamedFrom.Contains("words"))
        select ((first.FullName, "words"), (second.FullName, words.Name));

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
                RenamedFrom = table.RenamedFrom,
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
            "foreign key cycle",
            "table renamed",
            "column renamed",
            .. Syntax.Schemas ? ["schema"] : Array.Empty<string>(),
            .. Syntax.EnumTypes
                ? ["enum label added", "enum label removed", "enum label renamed"]
                : Array.Empty<string>(),
            "rows",
        ];

    /// <summary>What the database can.</summary>
    protected abstract SqlSyntax Syntax { get; }

    /// <summary>A value of a type, as SQL.</summary>
    protected abstract string Sample(SqlType type, int number);

    /// <summary>How an INSERT begins that may give a key which the database counts.</summary>
    protected abstract string Insert(string table, string columns);

    /// <summary>Whether rows with the samples of one type can have another.</summary>
    protected abstract bool Converts(SqlType from, SqlType to);

    /// <summary>The pair.</summary>
    public SchemaPair Next()
    {
        var has = new SortedSet<string>(StringComparer.Ordinal);
        var withRows = tables.Number(0, 4) > 0;
        var made = tables.Next(tables.Number(2, 5));
        var first = Cyclic(Placed(made.ConvertAll(each => withRows ? Fillable(each.Table) : each.Table), has), has);
        var second = new List<Table>();
        for (var number = 0; number < first.Count; number++)
        {
            has.UnionWith(made[number].Has);
            var choice = tables.Number(0, 6);
            if (choice == 0)
                has.Add("table dropped");
            else if (choice == 1 && Stands(first[number], second, first))
                second.Add(tables.Tag(has, "table as it was", first[number]));
            else
                second.Add(Changed(first[number], second, withRows, has));
        }
        if (tables.Number(0, 3) == 0)
        {
            has.Add("table added");
            second.Add(tables.Named("new", second.LastOrDefault(), has));
        }
        if (withRows)
            has.Add("rows");
        var rows = withRows ? first.SelectMany(Rows).ToList() : [];
        var changed = Renamed(Cyclic(second, has), first, has).ToList();
        return new(
            new(first),
            new(first.Exists(HasEnum) && changed.Exists(HasEnum) ? Labelled(changed, has) : changed),
            rows,
            has
        );
    }

    private static bool HasEnum(Table table) => table.Columns.Any(column => column.Type is EnumType);

    /// <summary>The tables, mostly with other labels of their enums; rows have the second label.</summary>
    private List<Table> Labelled(List<Table> labelled, SortedSet<string> has)
    {
        Func<EnumType, EnumType> change = tables.Number(0, 4) switch
        {
            0 => tables.Tag<Func<EnumType, EnumType>>(
                has,
                "enum label added",
                type => type with { Labels = [type.Labels[0], "new", .. type.Labels.Skip(1)] }
            ),
            1 => tables.Tag<Func<EnumType, EnumType>>(
                has,
                "enum label removed",
                type => type with { Labels = [.. type.Labels.Take(2)] }
            ),
            2 => tables.Tag<Func<EnumType, EnumType>>(
                has,
                "enum label renamed",
                type =>
                    type with
                    {
                        Labels = ["other", .. type.Labels.Skip(1)],
                        RenamedFrom = [new("other", type.Labels[0])],
                    }
            ),
            _ => type => type,
        };
        return labelled.ConvertAll(table =>
            table.With(
                table.Elements.Select(element =>
                    element is Column { Type: EnumType type } column ? column with { Type = change(type) } : element
                )
            )
        );
    }

    /// <summary>The tables, some of them in a schema of their own.</summary>
    private List<Table> Placed(List<Table> placed, SortedSet<string> has)
    {
        if (!Syntax.Schemas)
            return placed;
        var homes = placed.ToDictionary(
            table => table.FullName,
            table =>
                tables.Number(0, 5) == 0
                    ? tables.Tag(has, "schema", new TableName(table.Name, "archive"))
                    : table.FullName
        );
        return placed.ConvertAll(table =>
            Moved(table, homes[table.FullName], name => homes.GetValueOrDefault(name, name))
        );
    }

    private static Table Moved(Table table, TableName name, Func<TableName, TableName> referred) =>
        new(
            name,
            table.Elements.Select(element =>
                element is ForeignKeyConstraint key ? key with { Table = referred(key.Table) } : element
            ),
            table.Indexes
        )
        {
            Options = table.Options,
            Comment = table.Comment,
        };

    /// <summary>The tables, now and then with one that refers to one by which it is referred to.</summary>
    private List<Table> Cyclic(List<Table> list, SortedSet<string> has)
    {
        var pair = (
            from later in list
            where later.PrimaryKey?.Columns.Count is 1
            from earlier in list
            where later != earlier && later.ForeignKeys.Any(key => key.Table == earlier.FullName)
            select (earlier, later)
        ).FirstOrDefault();
        if (pair == default || tables.Number(0, 3) > 0)
            return list;
        has.Add("foreign key cycle");
        var (one, other) = pair;
        var key = other.PrimaryKey!.Columns;
        return list.ConvertAll(table =>
            table == one
                ? table.With([
                    .. table.Elements,
                    new Column("back", other.FindColumn(key[0])!.Type),
                    Ddl.ForeignKey("back", other.FullName, key, $"fk back {table.Name}"),
                ])
                : table
        );
    }

    /// <summary>The tables, now and then one with another name, or with a column that has one.</summary>
    private IEnumerable<Table> Renamed(List<Table> second, List<Table> first, SortedSet<string> has)
    {
        var common = second.FindAll(table => first.Exists(each => each.FullName == table.FullName));
        if (common.Count == 0)
            return second;
        IEnumerable<Table> renamed = second;
        var name = common[tables.Number(0, common.Count)].FullName;
        if (tables.Number(0, 6) == 0)
        {
            has.Add("table renamed");
            var newName = $"{name.Name} new";
            renamed = SchemaRenames.Apply(renamed, new RenameTable(name, newName));
            renamed = [.. renamed.Select(table => table.Name == newName ? Remembering(table, name.Name) : table)];
            name = name with { Name = newName };
        }
        if (tables.Number(0, 5) > 0)
            return renamed;
        has.Add("column renamed");
        return SchemaRenames
            .Apply(renamed, new RenameColumn(name, "words", "texts"), Syntax)
            .Select(table =>
                table.FullName == name
                    ? table.With(
                        table.Elements.Select(each =>
                            each is Column { Name: "texts" } column ? column with { RenamedFrom = ["words"] } : each
                        )
                    )
                    : table
            );
    }

    private static Table Remembering(Table table, string name) =>
        new(table.FullName, table.Elements, table.Indexes)
        {
            Options = table.Options,
            Comment = table.Comment,
            RenamedFrom = [name],
        };

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
        var changed = Moved(tables.Named(table.Name, second.LastOrDefault(), has), table.FullName, name => name);
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
        if (column.Name is not ("other" or "back") && !Converts(old.Type, column.Type))
            column = old with { Nullable = column.Nullable };
        return old.Nullable && !isKey ? column with { Nullable = true } : column;
    }

    private IEnumerable<string> Rows(Table table)
    {
        for (var number = 1; number <= 2; number++)
        {
            var given = table
                .Columns.Where(column => column.Computed is null && column.Name is not ("other" or "back"))
                .ToList();
            yield return $"{Insert(Quoted(table.FullName), string.Join(", ", given.Select(column => Syntax.Quote(column.Name))))} VALUES ({string.Join(", ", given.Select(column => Value(column, number)))})";
        }
    }

    private string Quoted(TableName table) =>
        table.Schema is { } schema ? $"{Syntax.Quote(schema)}.{Syntax.Quote(table.Name)}" : Syntax.Quote(table.Name);

    private string Value(Column column, int number) =>
        column.Name switch
        {
            "number" => $"{number}",
            "words" => number == 1 ? "'a'" : "'b'",
            _ when column.Nullable && number == 2 && column.Name != "id" => "NULL",
            _ => Sample(column.Type, number),
        };
}
