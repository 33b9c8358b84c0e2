namespace Retort.Generators;

/// <summary>The typed columns of a table for statements: one struct for a row that is there, one for a row that may be absent.</summary>
internal sealed class ColumnsEmitter(CodeWriter code, TableModel table)
{
    private const string Expr = "global::Retort.Expr";

    public void Columns() =>
        Struct(
            table.Members.Columns,
            table.Type,
            $"The columns of <c>{Text.Xml(table.Table)}</c>.",
            $"row.GetModel<{table.Type}>(ref ordinal)",
            column => column.Type
        );

    public void OptionalColumns() =>
        Struct(
            table.Members.OptionalColumns,
            table.Type + "?",
            $"The columns of <c>{Text.Xml(table.Table)}</c> where the row may be absent: all nullable.",
            $"global::Retort.ModelSupport.ReadOptional<{table.Type}>(row, ref ordinal, {KeyPosition}, {table.Columns.Length})",
            column => column.OptionalType
        );

    /// <summary>A column that is not NULL in a row that is there.</summary>
    private int KeyPosition => table.HasKey ? table.Key[0] : 0;

    private void Struct(string name, string row, string summary, string read, Func<ColumnModel, string> type)
    {
        var (columns, selectable) = ($"global::Retort.IColumns<{name}>", $"global::Retort.ISelectable<{row}>");
        code.Write($"/// <summary>{summary}</summary>");
        code.Block(
            $"public {table.Hiding}readonly struct {name} : {columns}, {selectable}",
            () =>
            {
                code.Write(
                    $"""
                    private readonly global::Retort.Source {SourceField};

                    private {name}(global::Retort.Source source) => {SourceField} = source;

                    static {name} {columns}.At(global::Retort.Source source) => new(source);

                    global::Retort.Source {columns}.Source => {SourceField};

                    global::System.Collections.Generic.IEnumerable<global::Retort.SqlNode> global::Retort.ISelectable.Nodes => {SourceField}.AllColumns();

                    {row} {selectable}.Read(global::Retort.Row row, ref int ordinal) => {read};
                    """
                );
                for (var i = 0; i < table.Columns.Length; i++)
                    Column(table.Columns[i], i, type(table.Columns[i]));
            }
        );
    }

    private void Column(ColumnModel column, int position, string type)
    {
        code.Gap();
        code.Write(
            $"""
            /// <summary>The column <c>{Text.Xml(column.Column)}</c>.</summary>
            public {column.Hiding}{Expr}<{type}> {column.Identifier} => new({SourceField}.{(column.Value.IsArray ? "Array" : "")}Column{Types(column)}({position}{Shape(
                column
            )}));
            """
        );
    }

    /// <summary>The types of a conversion, which the compiler does not infer.</summary>
    private static string Types(ColumnModel column) =>
        column.Value.Converter is { } converter ? $"<{column.Value.CSharp}, {converter.Column}>" : "";

    /// <summary>How values of a JSON or converted column are written.</summary>
    private string Shape(ColumnModel column) =>
        column.Value.Converter is not null ? $", {table.Members.Map}.{column.Converter}.ToColumn"
        : column.Value.Json is null ? ""
        : column.Value.IsNode ? $", {column.Shape}"
        : $", {table.Members.Map}.{column.Shape}";

    /// <summary>A name that no property has.</summary>
    private string SourceField
    {
        get
        {
            var name = "_source";
            while (table.Columns.Any(column => column.Property == name))
                name = "_" + name;
            return name;
        }
    }
}
