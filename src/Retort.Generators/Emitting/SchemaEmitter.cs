namespace Retort.Generators;

/// <summary>The table as a value: columns, constraints and indexes in the words of <c>Retort.Ddl</c>.</summary>
internal sealed class SchemaEmitter(CodeWriter code, TableModel table)
{
    private const string Ddl = "global::Retort.Ddl.";

    public void Table()
    {
        code.Write(
            $"public static readonly global::Retort.Table<{table.Type}, {table.Members.Columns}, {table.Members.OptionalColumns}> Table = new("
        );
        code.Indented(() =>
        {
            code.Write(Name(table.Table, table.Schema) + ",");
            var naming = table.Naming is null ? "" : ",";
            List(Elements(), table.Indexes.IsEmpty ? naming : ",");
            if (!table.Indexes.IsEmpty)
                List(table.Indexes.Select(Index), naming);
            if (table.Naming is not null)
                code.Write($"naming: {table.Naming}");
        });
        code.Write(
            ")"
                + Initialiser(
                    ("Options", Text.LiteralOrNull(table.Options)),
                    ("Comment", Text.LiteralOrNull(table.Comment)),
                    ("RenamedFrom", FormerNames(table.RenamedFrom))
                )
                + ";"
        );
    }

    private void List(IEnumerable<string> items, string end)
    {
        code.Write("[");
        code.Indented(() =>
        {
            foreach (var item in items)
                code.Write(item + ",");
        });
        code.Write("]" + end);
    }

    private IEnumerable<string> Elements() =>
        [
            .. table.Columns.Select(Column),
            .. table.HasKey ? [PrimaryKey()] : Array.Empty<string>(),
            .. table.Uniques.Select(Unique),
            .. table.Checks.Select(check =>
                $"{Ddl}Check({Text.Literal(check.Sql)}{Optional("name", Text.Literal(check.Name), check.Name)})"
            ),
            .. table.ForeignKeys.Select(ForeignKey),
        ];

    private static string Column(ColumnModel column) =>
        $"{Ddl}Column({Text.Literal(column.Column)}, {column.Ddl}"
        + (column.IsNullable ? "" : ", nullable: false")
        + Optional("serverDefault", column.ServerDefault, column.ServerDefault)
        + (column.Autoincrement ? ", autoincrement: true" : "")
        + Optional("collation", Text.Literal(column.Collation), column.Collation)
        + ")"
        + With(
            ("Identity", column.Identity),
            ("Computed", column.Computed),
            ("OnUpdate", column.OnUpdate),
            ("Comment", Text.LiteralOrNull(column.Comment)),
            ("RenamedFrom", FormerNames(column.RenamedFrom))
        );

    private string PrimaryKey() =>
        $"{Ddl}PrimaryKey({Names(table.KeyColumns.Select(column => column.Column))}{Optional("name", Text.Literal(table.KeyName), table.KeyName)})"
        + With(("Timing", Timing(table.KeyTiming)));

    private static string Unique(UniqueModel unique) =>
        $"{Ddl}Unique({Names(unique.Columns)}{Optional("name", Text.Literal(unique.Name), unique.Name)})"
        + With(("NullsNotDistinct", True(unique.NullsNotDistinct)), ("Timing", Timing(unique.Timing)));

    private string ForeignKey(ForeignKeyModel key) =>
        $"{Ddl}ForeignKey({Names(key.Columns.Select(position => table.Columns[position].Column))}, {Name(key.Table, key.Schema)}, {Names(key.References)}"
        + Optional("name", Text.Literal(key.Name), key.Name)
        + Optional("onDelete", Action(key.OnDelete), key.OnDelete)
        + Optional("onUpdate", Action(key.OnUpdate), key.OnUpdate)
        + ")"
        + With(("Timing", Timing(key.Timing)));

    private static string Index(IndexModel index) =>
        (
            index.Columns.Any(column => column.IsExpression || column.Descending)
                ? $"new global::Retort.TableIndex({Text.Literal(index.Name)}, [{string.Join(", ", index.Columns.Select(IndexColumn))}])"
                : $"global::Retort.TableIndex.On({string.Join(", ", new[] { Text.Literal(index.Name) }.Concat(index.Columns.Select(column => Text.Literal(column.Text))))})"
        )
        + With(
            ("Unique", True(index.Unique)),
            ("Where", Text.LiteralOrNull(index.Where)),
            ("Method", Text.LiteralOrNull(index.Method)),
            ("Include", index.Include.IsEmpty ? null : Text.Literals(index.Include)),
            ("NullsNotDistinct", True(index.NullsNotDistinct))
        );

    private static string IndexColumn(IndexColumnModel column) =>
        $"new global::Retort.IndexElement({Text.Literal(column.Text)}"
        + (column.IsExpression ? ", IsExpression: true" : "")
        + (column.Descending ? ", Descending: true" : "")
        + ")";

    /// <summary>What is said beyond the usual; nothing where nothing is.</summary>
    private static string With(params (string Property, string? Value)[] said)
    {
        var text = Initialiser(said);
        return text.Length > 0 ? " with" + text : "";
    }

    private static string Initialiser(params (string Property, string? Value)[] said)
    {
        var parts = said.Where(each => each.Value is not null)
            .Select(each => $"{each.Property} = {each.Value}")
            .ToList();
        return parts.Count > 0 ? $" {{ {string.Join(", ", parts)} }}" : "";
    }

    private static string? FormerNames(EquatableArray<string> names) => names.IsEmpty ? null : Text.Literals(names);

    private static string? True(bool value) => value ? "true" : null;

    private static string? Timing(string? member) =>
        member is null ? null : $"global::Retort.ConstraintTiming.{member}";

    private static string Optional(string parameter, string? argument, string? value) =>
        value is null ? "" : $", {parameter}: {argument}";

    private static string Action(string? member) => $"global::Retort.ReferentialAction.{member}";

    private static string Name(string name, string? schema) =>
        schema is null
            ? Text.Literal(name)
            : $"new global::Retort.TableName({Text.Literal(name)}, {Text.Literal(schema)})";

    private static string Names(IEnumerable<string> columns) =>
        columns.ToList() is [var single] ? Text.Literal(single) : Text.Literals(columns);
}
