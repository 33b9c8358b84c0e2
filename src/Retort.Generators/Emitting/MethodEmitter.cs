namespace Retort.Generators;

/// <summary>Writes methods of a map: each is a line or two for each column.</summary>
internal abstract class MethodEmitter(CodeWriter code, TableModel table)
{
    protected const string Support = "global::Retort.ModelSupport";
    protected const string ColumnSet = "global::Retort.ColumnSet";
    protected const string Row = "global::Retort.Row";

    protected CodeWriter Code => code;

    protected TableModel Table => table;

    /// <summary>The methods, in order.</summary>
    public abstract IEnumerable<Action> Methods();

    protected void Method(string signature, Action body) => code.Block($"public override {signature}", body);

    /// <summary>A statement for each column.</summary>
    protected void ForEach(Func<ColumnModel, int, string> statement) => ForEach(_ => true, statement);

    protected void ForEach(Func<ColumnModel, bool> condition, Func<ColumnModel, int, string> statement)
    {
        for (var i = 0; i < table.Columns.Length; i++)
            if (condition(table.Columns[i]))
                code.Write(statement(table.Columns[i], i));
    }

    /// <summary>The statement where the set has the column.</summary>
    protected static Func<ColumnModel, int, string> Contained(Func<ColumnModel, int, string> statement) =>
        (column, i) => $"if (columns.Contains({i}))\n    {statement(column, i)}";

    /// <summary>The first argument of methods that treat JSON: its shape.</summary>
    protected static string ShapeArgument(ColumnModel column) => column.Value.Json is null ? "" : column.Shape + ", ";
}
