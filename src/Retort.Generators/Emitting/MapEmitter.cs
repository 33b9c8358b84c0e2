namespace Retort.Generators;

/// <summary>The private map of a table model: its table, and how objects are keyed, compared and written.</summary>
internal sealed class MapEmitter(CodeWriter code, TableModel table)
{
    private const string Support = "global::Retort.ModelSupport";
    private const string ColumnSet = "global::Retort.ColumnSet";

    private string KeyType =>
        table.Key.Length is 1
            ? table.Columns[table.Key[0]].Value.CSharp
            : $"({Join(table.KeyColumns.Select(column => column.Value.CSharp))})";

    public void Map()
    {
        if (table.HasKey)
        {
            Values();
            code.Gap();
        }
        code.Block(
            table.HasKey
                ? $"private sealed class {table.Members.Map} : global::Retort.EntityMap<{table.Type}, {KeyType}, {table.Members.Values}>"
                : $"private static class {table.Members.Map}",
            () =>
            {
                Statics();
                Accessors();
                if (table.HasKey)
                    Members();
            }
        );
    }

    /// <summary>The struct that remembers the values of an object.</summary>
    private void Values() =>
        code.Block(
            $"private struct {table.Members.Values}",
            () =>
            {
                foreach (var column in table.Columns)
                    code.Write($"public {column.Hiding}{column.Type} {column.Identifier};");
            }
        );

    private void Statics()
    {
        if (table.HasKey)
        {
            code.Write($"public static readonly {table.Members.Map} Instance = new();");
            code.Gap();
        }
        new SchemaEmitter(code, table).Table();
        code.Gap();
        code.Write(
            $"public static readonly string[] ColumnNames = {Text.Literals(table.Columns.Select(column => column.Column))};"
        );
        foreach (var column in table.Columns.Where(column => column.Value is { Json: not null, IsNode: false }))
        {
            code.Gap();
            code.Write(
                $"public static readonly global::Retort.JsonShape<{column.Value.CSharp}> {column.Property}Shape = {column.Value.Json!.Expression};"
            );
        }
    }

    /// <summary>Calls that the compiler would not let through: init-only setters, private ones of base classes, constructors past required members.</summary>
    private void Accessors()
    {
        const string accessor = "global::System.Runtime.CompilerServices.UnsafeAccessor";
        foreach (var column in table.Columns)
        {
            if (column.Setter is not { } setter)
                continue;
            code.Gap();
            code.Block(
                $"private static class {column.Property}Setter{setter.Parameters}{setter.Constraints}",
                () =>
                    code.Write(
                        $"""
                        [{accessor}({accessor}Kind.Method, Name = "set_{column.Property}")]
                        public static extern void Set({setter.Owner} entity, {setter.Value} value);
                        """
                    )
            );
        }
        if (table.Creation is not Creation.UncheckedConstructor)
            return;
        code.Gap();
        code.Write(
            $"""
            [{accessor}({accessor}Kind.Constructor)]
            public static extern {table.Type} New();
            """
        );
    }

    private void Members()
    {
        code.Gap();
        code.Write(
            $$"""
            public override int ColumnCount => {{table.Columns.Length}};

            public override global::System.Collections.Generic.IReadOnlyList<int> KeyColumns { get; } = [{{Join(
                table.Key.Select(position => $"{position}")
            )}}];

            public override {{ColumnSet}} ServerColumns { get; } = {{SetOf(column => column.IsServers)}};
            """
        );
        if (Selves.Count > 0)
        {
            code.Gap();
            code.Write($"public override int SelfReferences => {Selves.Count};");
        }
        code.Gap();
        code.Separated([.. Inserting(), .. Moving(), .. Remembering(), .. Keys()]);
    }

    private IEnumerable<Action> Inserting()
    {
        var servers = table.Columns.Where(column => column.IsServers).ToList();
        if (servers.Count is 0)
        {
            yield return () =>
                code.Write(
                    $"public override {ColumnSet} InsertColumns({table.Type} entity) => {ColumnSet}.All({table.Columns.Length});"
                );
            yield break;
        }
        yield return () =>
            Method(
                $"{ColumnSet} InsertColumns({table.Type} entity)",
                () =>
                {
                    code.Write($"var columns = {ColumnSet}.All({table.Columns.Length}).Except(ServerColumns);");
                    ForEach(
                        column => column.IsServers,
                        (column, i) => $"if (entity.{column.Identifier} != default)\n    columns = columns.With({i});"
                    );
                    code.Write("return columns;");
                }
            );
    }

    private IEnumerable<Action> Moving()
    {
        yield return () =>
            Method($"{table.Type} Read(global::Retort.Row row, int ordinal)", () => ReadEmitter.Body(code, table));
        yield return () =>
            Method(
                $"void Write({table.Type} entity, in {ColumnSet} columns, global::Retort.ParameterWriter parameters)",
                () => ForEach(Contained((column, _) => Write(column, $"entity.{column.Identifier}")))
            );
        yield return () =>
            Method(
                $"void Load({table.Type} entity, in {ColumnSet} columns, global::Retort.Row row, int ordinal)",
                () =>
                    ForEach(Contained((_, i) => ReadEmitter.Assign(table, i, ReadEmitter.Value(table, i, "ordinal++"))))
            );
        yield return () =>
            Method(
                $"string Describe({table.Type} entity, int column)",
                () =>
                {
                    code.Write("return column switch\n{");
                    code.Indented(() =>
                    {
                        ForEach(
                            (column, i) =>
                                $"{i} => {Support}.Describe({ShapeArgument(column)}entity.{column.Identifier}),"
                        );
                        code.Write("_ => throw new global::System.ArgumentOutOfRangeException(nameof(column)),");
                    });
                    code.Write("};");
                }
            );
    }

    private IEnumerable<Action> Remembering()
    {
        yield return () =>
            Method(
                $"void Capture({table.Type} entity, out {table.Members.Values} values)",
                () =>
                    ForEach(
                        (column, _) => $"values.{column.Identifier} = {Copy(column, $"entity.{column.Identifier}")};"
                    )
            );
        yield return () =>
            Method(
                $"{ColumnSet} Changes({table.Type} entity, in {table.Members.Values} values)",
                () =>
                {
                    code.Write($"var columns = default({ColumnSet});");
                    ForEach((column, i) => $"if ({Differs(column)})\n    columns = columns.With({i});");
                    code.Write("return columns;");
                }
            );
        yield return () =>
            Method(
                $"void Restore({table.Type} entity, in {ColumnSet} columns, in {table.Members.Values} values)",
                () =>
                    ForEach(
                        Contained(
                            (column, i) => ReadEmitter.Assign(table, i, Copy(column, $"values.{column.Identifier}"))
                        )
                    )
            );
    }

    private IEnumerable<Action> Keys()
    {
        yield return () =>
            code.Write(
                $"public override {KeyType} KeyOf({table.Type} entity) => {Tuple(column => $"entity.{column.Identifier}")};"
            );
        yield return () =>
            code.Write(
                $"public override {KeyType} ReadKey(global::Retort.Row row, int ordinal) => {Tuple((column, position, _) => $"row.Get{column.Value.Name}(ordinal{(position is 0 ? "" : $" + {position}")})")};"
            );
        yield return () =>
            Method(
                $"{KeyType} KeyFrom(global::System.ReadOnlySpan<global::Retort.Key> parts)",
                () =>
                {
                    code.Write($"if (parts.Length != {table.Key.Length})");
                    code.Write(
                        $"    throw {Support}.WrongKey({Text.Literal(table.Table)}, {table.Key.Length}, parts.Length);"
                    );
                    code.Write($"return {Tuple((column, _, part) => $"parts[{part}].As{column.Value.Name}()")};");
                }
            );
        yield return () =>
            Method(
                $"void WriteKey({KeyType} key, global::Retort.ParameterWriter parameters)",
                () =>
                {
                    for (var part = 0; part < table.Key.Length; part++)
                        code.Write($"parameters.Write(key{(table.Key.Length is 1 ? "" : $".Item{part + 1}")});");
                }
            );
        if (KeyTests.Count > 0)
            yield return () =>
                code.Write($"public override bool HasKey({table.Type} entity) => {string.Join(" && ", KeyTests)};");
        if (Selves.Count > 0)
            yield return Parents;
    }

    /// <summary>What holds once an object has a key: a number that the database counts is not 0, a text is there.</summary>
    private List<string> KeyTests =>
        [
            .. table
                .KeyColumns.Where(column => column.Autoincrement || column.Value.Kind is ValueKind.Text)
                .Select(column => $"entity.{column.Identifier} {(column.Autoincrement ? "!= 0" : "is not null")}"),
        ];

    /// <summary>Foreign keys to the table itself, which order the inserts of its rows.</summary>
    private List<ForeignKeyModel> Selves => [.. table.ForeignKeys.Where(key => key.IsSelf && table.Key.Length is 1)];

    private void Parents() =>
        Method(
            $"bool TryGetParent({table.Type} entity, int index, out {KeyType} key)",
            () =>
            {
                for (var i = 0; i < Selves.Count; i++)
                {
                    var column = table.Columns[Selves[i].Column];
                    code.Write(
                        $"if (index == {i} && entity.{column.Identifier} is {{ }} parent{i})\n{{\n    key = parent{i};\n    return true;\n}}"
                    );
                }
                code.Write("key = default!;");
                code.Write("return false;");
            }
        );

    private void Method(string signature, Action body) => code.Block($"public override {signature}", body);

    private void ForEach(Func<ColumnModel, int, string> statement) => ForEach(_ => true, statement);

    private void ForEach(Func<ColumnModel, bool> condition, Func<ColumnModel, int, string> statement)
    {
        for (var i = 0; i < table.Columns.Length; i++)
            if (condition(table.Columns[i]))
                code.Write(statement(table.Columns[i], i));
    }

    private static Func<ColumnModel, int, string> Contained(Func<ColumnModel, int, string> statement) =>
        (column, i) => $"if (columns.Contains({i}))\n    {statement(column, i)}";

    /// <summary>Objects are written so that a null where the column forbids it is the database's error, which says so.</summary>
    private static string Write(ColumnModel column, string value)
    {
        var suffix = column.CanBeNull || column.Value.IsReference ? "OrNull" : "";
        return column.Value.Json is null
            ? $"parameters.Write{suffix}({value});"
            : $"parameters.WriteJson{suffix}({column.Shape}, {value});";
    }

    private static string Copy(ColumnModel column, string value) =>
        column.Value.Kind is ValueKind.Bytes or ValueKind.Json
            ? $"{Support}.Copy({ShapeArgument(column)}{value})"
            : value;

    private static string Differs(ColumnModel column)
    {
        var (now, then) = ($"entity.{column.Identifier}", $"values.{column.Identifier}");
        return column.Value.Kind is ValueKind.Plain or ValueKind.Text
            ? $"{now} != {then}"
            : $"!{Support}.Same({ShapeArgument(column)}{now}, {then})";
    }

    private static string ShapeArgument(ColumnModel column) => column.Value.Json is null ? "" : column.Shape + ", ";

    private string SetOf(Func<ColumnModel, bool> condition)
    {
        var set = $"default({ColumnSet})";
        for (var i = 0; i < table.Columns.Length; i++)
            if (condition(table.Columns[i]))
                set += $".With({i})";
        return set;
    }

    private string Tuple(Func<ColumnModel, string> part) => Tuple((column, _, _) => part(column));

    /// <summary>One part by itself, several as a tuple; a part is made from the column, its position, and its place in the key.</summary>
    private string Tuple(Func<ColumnModel, int, int, string> part)
    {
        var parts = table.Key.Select((position, i) => part(table.Columns[position], position, i)).ToList();
        return parts.Count is 1 ? parts[0] : $"({Join(parts)})";
    }

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
