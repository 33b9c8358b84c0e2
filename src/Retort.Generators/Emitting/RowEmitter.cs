namespace Retort.Generators;

/// <summary>How values go between an object and rows or parameters.</summary>
internal sealed class RowEmitter(CodeWriter code, TableModel table) : MethodEmitter(code, table)
{
    public override IEnumerable<Action> Methods() => [.. Inserting(), .. Updating(), .. Moving()];

    private IEnumerable<Action> Inserting()
    {
        var servers = Table.Columns.Where(column => column.IsServers).ToList();
        if (servers.Count is 0)
        {
            yield return () =>
                Code.Write(
                    $"public override {ColumnSet} InsertColumns({Table.Type} entity) => {ColumnSet}.All({Table.Columns.Length});"
                );
            yield break;
        }
        yield return () =>
            Method(
                $"{ColumnSet} InsertColumns({Table.Type} entity)",
                () =>
                {
                    Code.Write($"var columns = {ColumnSet}.All({Table.Columns.Length}).Except(ServerColumns);");
                    ForEach(
                        column => column is { IsServers: true, Computed: null },
                        (column, i) => $"if (entity.{column.Identifier} != default)\n    columns = columns.With({i});"
                    );
                    Code.Write("return columns;");
                }
            );
    }

    private IEnumerable<Action> Updating()
    {
        if (Table.Columns.Any(column => column.BeforeUpdate is not null))
            yield return () =>
                Method(
                    $"{ColumnSet} BeforeUpdate({Table.Type} entity, in {ColumnSet} changes)",
                    () =>
                    {
                        Code.Write("var columns = changes;");
                        ForEach(
                            column => column.BeforeUpdate is not null,
                            (column, i) =>
                                $$"""
                                    if (!columns.Contains({{i}}))
                                    {
                                        {{ReadEmitter.Assign(Table, i, column.BeforeUpdate!)}}
                                        columns = columns.With({{i}});
                                    }
                                    """
                        );
                        Code.Write("return columns;");
                    }
                );
    }

    private IEnumerable<Action> Moving()
    {
        yield return () => Method($"{Table.Type} Read({Row} row, int ordinal)", () => ReadEmitter.Body(Code, Table));
        yield return () =>
            Method(
                $"void Write({Table.Type} entity, in {ColumnSet} columns, global::Retort.ParameterWriter parameters)",
                () => ForEach(Contained((column, i) => Write(column, $"entity.{column.Identifier}", i)))
            );
        yield return () =>
            Method(
                $"void Load({Table.Type} entity, in {ColumnSet} columns, {Row} row, int ordinal)",
                () =>
                    ForEach(Contained((_, i) => ReadEmitter.Assign(Table, i, ReadEmitter.Value(Table, i, "ordinal++"))))
            );
        yield return () =>
            Method(
                $"string Describe({Table.Type} entity, int column)",
                () =>
                {
                    Code.Write("return column switch\n{");
                    Code.Indented(() =>
                    {
                        ForEach(
                            (column, i) =>
                                $"{i} => {Support}.Describe({ShapeArgument(column)}entity.{column.Identifier}),"
                        );
                        Code.Write("_ => throw new global::System.ArgumentOutOfRangeException(nameof(column)),");
                    });
                    Code.Write("};");
                }
            );
    }

    /// <summary>Objects are written so that a null where the column forbids it is the database's error, which says so.</summary>
    private static string Write(ColumnModel column, string value, int position)
    {
        var type = column.IsTypedText ? $", Table.Columns[{position}].Type" : "";
        var mayBeNull = column.CanBeNull || column.Value.IsReference;
        var suffix = mayBeNull ? "OrNull" : "";
        if (column.Value.Converter is null)
            return column.Value.Json is null
                ? $"parameters.Write{(column.Value.IsNaive ? "Naive" : "")}{suffix}({value}{type});"
                : $"parameters.Write{(column.Value.IsArray ? "Array" : "Json")}{suffix}({column.Shape}, {value});";
        return mayBeNull
            ? $"parameters.WriteOrNull({value} is {{ }} value{position} ? {column.Converter}.ToColumn(value{position}) : {Null(column)}{type});"
            : $"parameters.Write({column.Converter}.ToColumn({value}){type});";
    }

    private static string Null(ColumnModel column) => $"({column.Value.Converter!.Column}?)null";
}
