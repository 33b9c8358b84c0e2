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
            List(Elements(), table.Indexes.IsEmpty ? "" : ",");
            if (!table.Indexes.IsEmpty)
                List(table.Indexes.Select(Index), "");
        });
        code.Write(");");
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
        table
            .Columns.Select(Column)
            .Concat(table.HasKey ? [$"{Ddl}PrimaryKey({Names(table.KeyColumns.Select(column => column.Column))})"] : [])
            .Concat(
                table.Uniques.Select(unique =>
                    $"{Ddl}Unique({Names(unique.Columns)}{Optional("name", Text.Literal(unique.Name), unique.Name)})"
                )
            )
            .Concat(table.ForeignKeys.Select(ForeignKey));

    private static string Column(ColumnModel column)
    {
        var type = column.Length is { } length ? $"Varchar({length})" : column.Value.Ddl;
        return $"{Ddl}Column({Text.Literal(column.Column)}, {Ddl}{type}"
            + (column.IsNullable ? "" : ", nullable: false")
            + Optional("serverDefault", $"global::Retort.SqlValue.{column.ServerDefault}", column.ServerDefault)
            + (column.Autoincrement ? ", autoincrement: true" : "")
            + ")";
    }

    private string ForeignKey(ForeignKeyModel key) =>
        $"{Ddl}ForeignKey({Text.Literal(table.Columns[key.Column].Column)}, {Name(key.Table, key.Schema)}, {Text.Literal(key.References)}"
        + Optional("onDelete", Action(key.OnDelete), key.OnDelete)
        + Optional("onUpdate", Action(key.OnUpdate), key.OnUpdate)
        + ")";

    private static string Index(IndexModel index) =>
        $"global::Retort.TableIndex.On({Text.Literal(index.Name)}, {string.Join(", ", index.Columns.Select(Text.Literal))})"
        + (index.Unique ? " with { Unique = true }" : "");

    private static string Optional(string parameter, string argument, string? value) =>
        value is null ? "" : $", {parameter}: {argument}";

    private static string Action(string? member) => $"global::Retort.ReferentialAction.{member}";

    private static string Name(string name, string? schema) =>
        schema is null
            ? Text.Literal(name)
            : $"new global::Retort.TableName({Text.Literal(name)}, {Text.Literal(schema)})";

    private static string Names(IEnumerable<string> columns) =>
        columns.ToList() is [var single] ? Text.Literal(single) : Text.Literals(columns);
}
