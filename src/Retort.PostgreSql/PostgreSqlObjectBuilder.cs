using System.Globalization;

namespace Retort;

/// <summary>Makes what is no table of its row in the catalog.</summary>
/// <param name="schemaOf">The schema of an object as it is said; null where names say none.</param>
/// <param name="rows">The rows, in the order in which the objects were created.</param>
internal sealed class PostgreSqlObjectBuilder(Func<object?, string?> schemaOf, IReadOnlyList<object?[]> rows)
{
    /// <summary>The enums of the database by the names that <c>format_type</c> gives them.</summary>
    public Dictionary<string, EnumType> Enums { get; } =
        rows.Where(row => row[0] is "enum")
            .ToDictionary(row => (string)row[4]!, row => new EnumType((string)row[2]!, Labels(row), schemaOf(row[1])));

    /// <summary>What is neither read nor carried.</summary>
    public IEnumerable<string> Warnings =>
        rows.Where(row => row[0] is "unknown").Select(row => $"{row[4]} {row[2]} is not read; it stays as it is");

    /// <summary>The objects, in an order in which they can be created.</summary>
    /// <param name="tables">Tables that are carried, in such an order.</param>
    public IReadOnlyList<SchemaObject> Build(IReadOnlyList<SchemaObject> tables)
    {
        var objects = rows.Where(row => row[0] is not "unknown").Select(Object).OrderBy(Order).ToList();
        return [.. objects.Where(each => !each.NeedsTables), .. tables, .. objects.Where(each => each.NeedsTables)];
    }

    private SchemaObject Object(object?[] row)
    {
        var name = new TableName((string)row[2]!, schemaOf(row[1]));
        var text = (string)row[4]!;
        SchemaObject built = row[0] switch
        {
            "schema" => new SchemaNamespace(name.Name),
            "extension" => new ExtensionDefinition(name.Name, name.Schema),
            "enum" => new EnumDefinition(name, Labels(row)),
            "domain" => Domain(name, row),
            "sequence" => Sequence(name, row),
            "view" or "materialized view" => new ViewDefinition(name, text.TrimEnd(';').Trim())
            {
                Materialized = row[0] is "materialized view",
            },
            _ => Carried(name, row),
        };
        return built is not CarriedObject && row[3] is string comment ? built with { Comment = comment } : built;
    }

    /// <summary>What is carried has its comment in its SQL.</summary>
    private static CarriedObject Carried(TableName name, object?[] row)
    {
        var kind = (string)row[0]!;
        var sql = ((string)row[4]!).TrimEnd().TrimEnd(';') + ";";
        if (row[3] is string comment)
            sql +=
                $"\nCOMMENT ON {Word(kind)} {((string[])row[6]!)[0]} IS {PostgreSqlTypes.Instance.Literal(comment)};";
        return new CarriedObject(kind, name, sql) { AfterTables = row[5] is string[], DropSql = Drop(kind, name, row) };
    }

    /// <summary>By the name that COMMENT ON has for it, too: <c>DROP TRIGGER touched ON hero</c>.</summary>
    private static string? Drop(string kind, TableName name, object?[] row) =>
        row[6] is string[] identity
            ? $"DROP {Word(kind)} {identity[0]}{(kind is "range" && HasCanonicalFunction(row) ? " CASCADE" : "")}"
        : kind is "row security" ? Unsecure(Quote(name))
        : null;

    /// <summary>The function takes the range, which stands on the function: the one goes with the other.</summary>
    private static bool HasCanonicalFunction(object?[] row) =>
        ((string)row[4]!).Contains("CANONICAL = ", StringComparison.Ordinal);

    private static string Unsecure(string table) =>
        $"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;\nALTER TABLE {table} NO FORCE ROW LEVEL SECURITY";

    private static string Quote(TableName name) =>
        (name.Schema is { } schema ? PostgreSqlSyntax.Instance.Quote(schema) + "." : "")
        + PostgreSqlSyntax.Instance.Quote(name.Name);

    private static string Word(string kind) => kind is "range" or "composite type" ? "TYPE" : kind.ToUpperInvariant();

    private DomainDefinition Domain(TableName name, object?[] row)
    {
        var parts = (string?[])row[5]!;
        var checks = ((string[]?)row[6] ?? []).Chunk(2).Select(pair => new CheckConstraint(pair[0], pair[1]));
        return new DomainDefinition(name, PostgreSqlColumnBuilder.TypeOf((string)row[4]!, Enums))
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

    /// <summary>The order of creation: what others are in or made of comes first. All the rest stands in the order in which it was created.</summary>
    private static int Order(SchemaObject each) =>
        each switch
        {
            SchemaNamespace => 0,
            ExtensionDefinition => 1,
            EnumDefinition => 2,
            SequenceDefinition => 3,
            _ => 4,
        };

    private static ValueList<string> Labels(object?[] row) => [.. (string[])row[5]!];
}
