namespace Retort;

/// <summary>Makes SQL of tables that are more than a model says: partitions, tables that inherit, tables that are not logged.</summary>
/// <param name="rows">The rows of all tables.</param>
/// <param name="columns">The rows of their columns.</param>
internal sealed class PostgreSqlCarriedTables(IReadOnlyList<object?[]> rows, IReadOnlyList<object?[]> columns)
{
    private readonly Dictionary<long, long[]> _parents = rows.Where(row => row[11] is long[])
        .ToDictionary(row => (long)row[0]!, row => (long[])row[11]!);

    private readonly ILookup<long, string> _ownOptions = columns
        .Where(row => row[17] is string)
        .ToLookup(row => (long)row[0]!, row => (string)row[17]!);

    /// <summary>The table as SQL; null: a model can say it.</summary>
    public CarriedObject? Carry(object?[] row, Table table)
    {
        if (row[8] is string bound)
            return Carry("partition", table, [Partition(row, table, bound), .. Added(table)]);
        if (row[9] is string[])
            return Carry("inheriting table", table, [Created(row, table), .. IndexesAndComments(table)]);
        return row[4] is "u"
            ? Carry("unlogged table", table, [Created(row, table), .. IndexesAndComments(table)])
            : null;
    }

    /// <summary>How many tables stand above a table, each of which is created before it.</summary>
    public int Depth(long table) => _parents.TryGetValue(table, out var above) ? 1 + above.Max(Depth) : 0;

    /// <summary>What stands behind the columns of CREATE TABLE, in the order of its grammar; null: nothing.</summary>
    public static string? Options(object?[] row)
    {
        var parts = new List<string>();
        if (row[9] is string[] && row[8] is null)
            parts.Add($"INHERITS ({Parents(row)})");
        if (row[7] is string partition)
            parts.Add($"PARTITION BY {partition}");
        if (row[6] is string storage)
            parts.Add($"WITH ({storage})");
        if (row[10] is string tablespace)
            parts.Add($"TABLESPACE {PostgreSqlSyntax.Instance.Quote(tablespace)}");
        return parts.Count > 0 ? string.Join(' ', parts) : null;
    }

    private static CarriedObject Carry(string kind, Table table, IEnumerable<string> statements) =>
        new(kind, table.FullName, string.Join('\n', statements.Select(sql => sql + ";"))) { AfterTables = true };

    private static string Created(object?[] row, Table table) =>
        Words(row) + Compile(new CreateTable(table))[Create.Length..];

    /// <summary>A partition has what the whole has; of its columns it says what is its own.</summary>
    private string Partition(object?[] row, Table table, string bound)
    {
        var writer = new SqlWriter(PostgreSqlSyntax.Instance, PostgreSqlTypes.Instance);
        writer.Write($" {table} PARTITION OF {new RawSql(Parents(row))} ");
        var own = _ownOptions[(long)row[0]!].ToList();
        if (own.Count > 0)
            writer.Write($"(\n    {new RawSql(string.Join(",\n    ", own))}\n) ");
        writer.Write(new RawSql(string.Join(' ', new[] { bound, table.Options }.OfType<string>())));
        return Words(row) + writer;
    }

    private static IEnumerable<string> Added(Table table) =>
        table
            .Constraints.Select(each => Compile(new AddConstraint(table.FullName, each)))
            .Concat(IndexesAndComments(table));

    private static IEnumerable<string> IndexesAndComments(Table table) =>
        SchemaCreation.Of(table).Where(each => each is not CreateTable).Select(Compile);

    private const string Create = "CREATE TABLE";

    private static string Words(object?[] row) => row[4] is "u" ? "CREATE UNLOGGED TABLE" : Create;

    private static string Parents(object?[] row) => string.Join(", ", (string[])row[9]!);

    private static string Compile(DdlElement element) => $"{PostgreSqlDialect.Instance.Ddl.Compile(element)}";
}
