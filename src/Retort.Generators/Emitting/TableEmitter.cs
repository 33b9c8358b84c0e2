namespace Retort.Generators;

/// <summary>The generated part of a table model: its table, its columns, its reader and its map.</summary>
internal static class TableEmitter
{
    public static string Emit(TableModel table)
    {
        var code = new CodeWriter();
        code.Write(Text.Header);
        if (table.UsesObsolete)
            code.Write("#pragma warning disable CS0612, CS0618 // the model has obsolete members");
        code.Gap();
        if (table.Namespace.Length > 0)
        {
            code.Write($"namespace {table.Namespace};");
            code.Gap();
        }
        Nest(code, table, 0);
        return code.ToString();
    }

    private static void Nest(CodeWriter code, TableModel table, int depth)
    {
        var isModel = depth == table.Declarations.Length - 1;
        var header = table.Declarations[depth] + (isModel ? $" : global::Retort.ITableModel<{table.Type}>" : "");
        code.Block(header, isModel ? () => Members(code, table) : () => Nest(code, table, depth + 1));
    }

    private static void Members(CodeWriter code, TableModel table)
    {
        var columns = new ColumnsEmitter(code, table);
        var map = new MapEmitter(code, table);
        if (table.Members.HasTable)
        {
            Table(code, table);
            code.Gap();
        }
        code.Separated(() => Interface(code, table), columns.Columns, columns.OptionalColumns, map.Map);
    }

    private static void Table(CodeWriter code, TableModel table) =>
        code.Write(
            $"""
            /// <summary>The table <c>{Text.Xml(table.Table)}</c>.</summary>
            public {table.Hiding}static global::Retort.Table<{table.Type}, {table.Members.Columns}, {table.Members.OptionalColumns}> Table => {table.Members.Map}.Table;
            """
        );

    private static void Interface(CodeWriter code, TableModel table)
    {
        var missing = $"throw global::Retort.ModelSupport.Keyless({Text.Literal(table.Table)})";
        var (model, row) = ($"global::Retort.ITableModel<{table.Type}>", $"global::Retort.IModel<{table.Type}>");
        var map = table.Members.Map;
        code.Write(
            $"""
            static global::Retort.Table {model}.Table => {map}.Table;

            static global::Retort.EntityMap<{table.Type}> {model}.Map => {(table.HasKey ? $"{map}.Instance" : missing)};

            static global::System.Collections.Generic.IReadOnlyList<string> {row}.ColumnNames => {map}.ColumnNames;

            """
        );
        code.Block(
            $"static {table.Type} {row}.Read(global::Retort.Row row, ref int ordinal)",
            () =>
            {
                code.Write($"var entity = {map}.{(table.HasKey ? "Instance." : "")}Read(row, ordinal);");
                code.Write($"ordinal += {table.Columns.Length};");
                code.Write("return entity;");
            }
        );
    }
}
