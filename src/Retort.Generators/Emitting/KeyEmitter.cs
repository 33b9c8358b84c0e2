namespace Retort.Generators;

/// <summary>How objects are known by their key, and by that of their parents in the same table.</summary>
internal sealed class KeyEmitter(CodeWriter code, TableModel table) : MethodEmitter(code, table)
{
    /// <summary>The key's type: a column's, or a tuple of them.</summary>
    public string Type => Tuple(column => column.Value.CSharp);

    /// <summary>Foreign keys to the table itself, which order the inserts of its rows.</summary>
    public List<ForeignKeyModel> Selves => [.. Table.ForeignKeys.Where(key => key.IsSelf && Table.Key.Length is 1)];

    public override IEnumerable<Action> Methods()
    {
        yield return () =>
            Code.Write(
                $"public override {Type} KeyOf({Table.Type} entity) => {Tuple(column => $"entity.{column.Identifier}")};"
            );
        yield return () =>
            Code.Write(
                $"public override {Type} ReadKey({Row} row, int ordinal) => {Tuple((column, position, _) => $"row.Get{column.Value.Name}(ordinal{(position is 0 ? "" : $" + {position}")})")};"
            );
        yield return () =>
            Method(
                $"{Type} KeyFrom(global::System.ReadOnlySpan<global::Retort.Key> parts)",
                () =>
                {
                    Code.Write($"if (parts.Length != {Table.Key.Length})");
                    Code.Write(
                        $"    throw {Support}.WrongKey({Text.Literal(Table.Table)}, {Table.Key.Length}, parts.Length);"
                    );
                    Code.Write($"return {Tuple((column, _, part) => $"parts[{part}].As{column.Value.Name}()")};");
                }
            );
        yield return () =>
            Method(
                $"void WriteKey({Type} key, global::Retort.ParameterWriter parameters)",
                () =>
                {
                    for (var part = 0; part < Table.Key.Length; part++)
                        Code.Write($"parameters.Write(key{(Table.Key.Length is 1 ? "" : $".Item{part + 1}")});");
                }
            );
        if (KeyTests.Count > 0)
            yield return () =>
                Code.Write($"public override bool HasKey({Table.Type} entity) => {string.Join(" && ", KeyTests)};");
        if (Selves.Count > 0)
            yield return Parents;
    }

    /// <summary>What holds once an object has a key: a number that the database counts is not 0, a text is there.</summary>
    private List<string> KeyTests =>
        [
            .. Table
                .KeyColumns.Where(column => column.Autoincrement || column.Value.Kind is ValueKind.Text)
                .Select(column => $"entity.{column.Identifier} {(column.Autoincrement ? "!= 0" : "is not null")}"),
        ];

    private void Parents() =>
        Method(
            $"bool TryGetParent({Table.Type} entity, int index, out {Type} key)",
            () =>
            {
                for (var i = 0; i < Selves.Count; i++)
                {
                    var column = Table.Columns[Selves[i].Columns[0]];
                    Code.Write(
                        $"if (index == {i} && entity.{column.Identifier} is {{ }} parent{i})\n{{\n    key = parent{i};\n    return true;\n}}"
                    );
                }
                Code.Write("key = default!;");
                Code.Write("return false;");
            }
        );

    private string Tuple(Func<ColumnModel, string> part) => Tuple((column, _, _) => part(column));

    /// <summary>One part by itself, several as a tuple; a part is made from the column, its position, and its place in the key.</summary>
    private string Tuple(Func<ColumnModel, int, int, string> part)
    {
        var parts = Table.Key.Select((position, i) => part(Table.Columns[position], position, i)).ToList();
        return parts.Count is 1 ? parts[0] : $"({string.Join(", ", parts)})";
    }
}
