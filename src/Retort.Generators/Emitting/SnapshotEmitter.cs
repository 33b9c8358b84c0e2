namespace Retort.Generators;

/// <summary>How an object's values are remembered, compared and given back.</summary>
internal sealed class SnapshotEmitter(CodeWriter code, TableModel table) : MethodEmitter(code, table)
{
    /// <summary>The struct that remembers the values of an object.</summary>
    public void Values() =>
        Code.Block(
            $"private struct {Table.Members.Values}",
            () =>
            {
                foreach (var column in Table.Columns)
                    Code.Write($"public {column.Hiding}{column.Type} {column.Identifier};");
            }
        );

    public override IEnumerable<Action> Methods()
    {
        yield return () =>
            Method(
                $"void Capture({Table.Type} entity, out {Table.Members.Values} values)",
                () =>
                    ForEach(
                        (column, _) => $"values.{column.Identifier} = {Copy(column, $"entity.{column.Identifier}")};"
                    )
            );
        yield return () =>
            Method(
                $"{ColumnSet} Changes({Table.Type} entity, in {Table.Members.Values} values)",
                () =>
                {
                    Code.Write($"var columns = default({ColumnSet});");
                    ForEach(
                        column => column.Computed is null,
                        (column, i) => $"if ({Differs(column)})\n    columns = columns.With({i});"
                    );
                    Code.Write("return columns;");
                }
            );
        yield return () =>
            Method(
                $"void Restore({Table.Type} entity, in {ColumnSet} columns, in {Table.Members.Values} values)",
                () =>
                    ForEach(
                        Contained(
                            (column, i) => ReadEmitter.Assign(Table, i, Copy(column, $"values.{column.Identifier}"))
                        )
                    )
            );
    }

    private static string Copy(ColumnModel column, string value) =>
        column.Value.Kind is ValueKind.Bytes or ValueKind.Json
            ? $"{Support}.Copy({ShapeArgument(column)}{value})"
            : value;

    private static string Differs(ColumnModel column)
    {
        var (now, then) = ($"entity.{column.Identifier}", $"values.{column.Identifier}");
        if (column.Value.Kind is ValueKind.Object)
            return $"!object.Equals({now}, {then})";
        return column.Value.Kind is ValueKind.Plain or ValueKind.Text
            ? $"{now} != {then}"
            : $"!{Support}.Same({ShapeArgument(column)}{now}, {then})";
    }
}
