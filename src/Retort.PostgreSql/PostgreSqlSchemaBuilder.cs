using System.Globalization;

namespace Retort;

/// <summary>Makes a schema of the rows of the catalog.</summary>
/// <param name="home">The schema of names that say none.</param>
internal sealed class PostgreSqlSchemaBuilder(string? home)
{
    private readonly List<string> _warnings = [];

    public required IReadOnlyList<object?[]> Tables { get; init; }

    public required IReadOnlyList<object?[]> Columns { get; init; }

    public required IReadOnlyList<object?[]> Constraints { get; init; }

    public required IReadOnlyList<object?[]> Indexes { get; init; }

    public required IReadOnlyList<object?[]> Objects { get; init; }

    public MetaData Build()
    {
        var enums = Objects
            .Where(row => row[0] is "enum")
            .ToDictionary(row => (string)row[4]!, row => new EnumType((string)row[2]!, Labels(row), Schema(row[1])));
        var columns = Columns.ToLookup(row => (long)row[0]!, row => new PostgreSqlColumnBuilder(enums).Build(row));
        var indexes = Indexes.ToLookup(row => (long)row[0]!, PostgreSqlIndexBuilder.Build);
        var constraints = Constraints.ToLookup(row => (long)row[0]!);
        var tables = new List<Table>();
        var carried = new List<SchemaObject>();
        foreach (var row in Tables)
        {
            var id = (long)row[0]!;
            var table = BuildTable(row, columns[id], constraints[id], [.. indexes[id]]);
            if (Carried(row, table) is { } instead)
                carried.Add(instead);
            else
                tables.Add(table);
        }
        var objects = Objects.Select(row => Object(row, enums)).OfType<SchemaObject>().OrderBy(Order).ToList();
        return new MetaData(tables) { Objects = [.. objects, .. carried], Warnings = _warnings };
    }

    private Table BuildTable(
        object?[] row,
        IEnumerable<Column> columns,
        IEnumerable<object?[]> constraints,
        List<PostgreSqlIndex> indexes
    )
    {
        var found = constraints
            .Select(each => (Row: each, Index: indexes.Find(index => index.Id == (long)each[16]!)))
            .ToList();
        var builder = new PostgreSqlConstraintBuilder(Schema);
        var owned = found.Where(each => each.Row[2] is "p" or "u" or "x").Select(each => each.Index).ToHashSet();
        foreach (var broken in indexes.Where(index => !index.IsValid))
            _warnings.Add(
                $"index {broken.Index.Name} of table {row[2]} is not valid: it was built concurrently and failed"
            );
        return new Table(
            new TableName((string)row[2]!, Schema(row[1])),
            [.. columns, .. found.Select(each => builder.Build(each.Row, each.Index))],
            indexes.Where(index => !owned.Contains(index)).Select(index => index.Index)
        )
        {
            Comment = (string?)row[5],
            Options = Options(row),
        };
    }

    private static string? Options(object?[] row)
    {
        var parts = new List<string>();
        if (row[7] is string partition)
            parts.Add($"PARTITION BY {partition}");
        if (row[6] is string storage)
            parts.Add($"WITH ({storage})");
        if (row[10] is string tablespace)
            parts.Add($"TABLESPACE {PostgreSqlSyntax.Instance.Quote(tablespace)}");
        return parts.Count > 0 ? string.Join(' ', parts) : null;
    }

    /// <summary>A table that is more than its columns say: one that is not logged, a partition, one that inherits.</summary>
    private CarriedObject? Carried(object?[] row, Table table)
    {
        var name = $"{table.FullName}";
        if (row[11] is true)
            _warnings.Add($"table {name} has row security, whose policies are not read");
        if (row[8] is string bound)
            return Carry("partition", table, $"CREATE TABLE {Quoted(table)} PARTITION OF {Parents(row)} {bound};");
        if (row[9] is string[])
            return Carry(
                "inheriting table",
                table,
                Created(table).Replace("\n)", $"\n) INHERITS ({Parents(row)})", StringComparison.Ordinal)
            );
        return row[4] is "u"
            ? Carry(
                "unlogged table",
                table,
                Created(table).Replace("CREATE TABLE", "CREATE UNLOGGED TABLE", StringComparison.Ordinal)
            )
            : null;
    }

    private static CarriedObject Carry(string kind, Table table, string sql) =>
        new(kind, table.FullName, sql) { AfterTables = true, Comment = table.Comment };

    private static string Created(Table table) =>
        string.Join(
            '\n',
            new DdlElement[] { new CreateTable(table) }
                .Concat(table.Indexes.Select(index => new CreateIndex(table.FullName, index)))
                .Select(element => PostgreSqlDialect.Instance.Ddl.Compile(element) + ";")
        );

    private static string Quoted(Table table)
    {
        var writer = new SqlWriter(PostgreSqlSyntax.Instance, PostgreSqlTypes.Instance);
        writer.Write($"{table}");
        return writer.ToString();
    }

    private static string Parents(object?[] row) => string.Join(", ", (string[])row[9]!);

    private SchemaObject? Object(object?[] row, Dictionary<string, EnumType> enums)
    {
        var name = new TableName((string)row[2]!, Schema(row[1]));
        var text = (string)row[4]!;
        SchemaObject? built = row[0] switch
        {
            "schema" => new SchemaNamespace(name.Name),
            "extension" => new ExtensionDefinition(name.Name, name.Schema),
            "enum" => new EnumDefinition(name, Labels(row)),
            "domain" => Domain(name, row, enums),
            "sequence" => Sequence(name, row),
            "view" or "materialized view" => new ViewDefinition(name, text.TrimEnd(';').Trim())
            {
                Materialized = row[0] is "materialized view",
            },
            "function" or "procedure" => Carried(name, row, afterTables: row[5] is string[]),
            "trigger" or "rule" or "statistics" or "index" => Carried(name, row, afterTables: true),
            "range" => new CarriedObject("range", name, $"CREATE TYPE {Quote(name)} AS RANGE (SUBTYPE = {text});"),
            _ => null,
        };
        if (built is null)
            _warnings.Add($"{text} {name} is not read; it stays as it is");
        return built is not (null or CarriedObject) && row[3] is string comment
            ? built with
            {
                Comment = comment,
            }
            : built;
    }

    /// <summary>What is carried has its comment in its SQL.</summary>
    private static CarriedObject Carried(TableName name, object?[] row, bool afterTables)
    {
        var kind = (string)row[0]!;
        var sql = ((string)row[4]!).TrimEnd().TrimEnd(';') + ";";
        if (row[3] is string comment)
            sql +=
                $"\nCOMMENT ON {kind.ToUpperInvariant()} {((string[])row[6]!)[0]} IS {PostgreSqlTypes.Instance.Literal(comment)};";
        return new CarriedObject(kind, name, sql) { AfterTables = afterTables };
    }

    private static DomainDefinition Domain(TableName name, object?[] row, Dictionary<string, EnumType> enums)
    {
        var parts = (string?[])row[5]!;
        var checks = ((string[]?)row[6] ?? []).Chunk(2).Select(pair => new CheckConstraint(pair[0], pair[1]));
        return new DomainDefinition(name, PostgreSqlColumnBuilder.TypeOf((string)row[4]!, enums))
        {
            ServerDefault = parts[0] is { } text ? (ServerDefault)new SqlFragment(text) : default,
            Nullable = parts[1] is null,
            Collation = parts[2],
            Checks = [.. checks],
        };
    }

    private static SequenceDefinition Sequence(TableName name, object?[] row)
    {
        var type = PostgreSqlTypes.Instance.Parse((string)row[4]!);
        var numbers = (string[])row[5]!;
        long Number(int position) => long.Parse(numbers[position], CultureInfo.InvariantCulture);
        return new SequenceDefinition(name)
        {
            Type = type is BigInt ? null : type,
            Counting = PostgreSqlColumnBuilder.Counting(
                IdentityKind.ByDefault,
                type,
                Number(0),
                Number(1),
                Number(2),
                Number(3),
                Number(4),
                numbers[5] == "true"
            ),
        };
    }

    /// <summary>The order of creation: what types and functions need comes first.</summary>
    private static int Order(SchemaObject each) =>
        each switch
        {
            SchemaNamespace => 0,
            ExtensionDefinition => 1,
            EnumDefinition => 2,
            SequenceDefinition => 3,
            DomainDefinition => 4,
            CarriedObject { Kind: "range" } => 5,
            CarriedObject { AfterTables: false } => 6,
            ViewDefinition => 7,
            _ => 8,
        };

    private string? Schema(object? schema) =>
        (string?)schema is { } name && name != home && !name.StartsWith("pg_temp", StringComparison.Ordinal)
            ? name
            : null;

    private static string Quote(TableName name)
    {
        var writer = new SqlWriter(PostgreSqlSyntax.Instance, PostgreSqlTypes.Instance);
        writer.Write($"{name}");
        return writer.ToString();
    }

    private static ValueList<string> Labels(object?[] row) => [.. (string[])row[5]!];
}
