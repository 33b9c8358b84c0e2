namespace Retort.Generators;

/// <summary>The private map of a table model: its table, and how objects are keyed, compared and written.</summary>
internal sealed class MapEmitter(CodeWriter code, TableModel table)
{
    private readonly RowEmitter _rows = new(code, table);
    private readonly SnapshotEmitter _snapshot = new(code, table);
    private readonly KeyEmitter _key = new(code, table);

    public void Map()
    {
        if (!table.HasKey)
        {
            code.Block($"private static class {table.Members.Map}", Keyless);
            return;
        }
        _snapshot.Values();
        code.Gap();
        code.Block(
            $"private sealed class {table.Members.Map} : global::Retort.EntityMap<{table.Type}, {_key.Type}, {table.Members.Values}>",
            () =>
            {
                code.Write($"public static readonly {table.Members.Map} Instance = new();");
                code.Gap();
                Statics();
                Accessors();
                code.Gap();
                code.Separated([Properties, .. _rows.Methods(), .. _snapshot.Methods(), .. _key.Methods()]);
            }
        );
    }

    /// <summary>A table without key is read only.</summary>
    private void Keyless()
    {
        Statics();
        Accessors();
        code.Gap();
        code.Block(
            $"public static {table.Type} Read(global::Retort.Row row, int ordinal)",
            () => ReadEmitter.Body(code, table)
        );
    }

    private void Statics()
    {
        new SchemaEmitter(code, table).Table();
        code.Gap();
        code.Write(
            $"public static readonly string[] ColumnNames = {Text.Literals(table.Columns.Select(column => column.Column))};"
        );
        foreach (var column in table.Columns.Where(column => column.Value.Converter is not null))
        {
            code.Gap();
            code.Write(
                $"public static readonly global::Retort.ValueConverter<{column.Value.CSharp}, {column.Value.Converter!.Column}> {column.Converter} = {column.Value.Converter.Expression};"
            );
        }
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

    private void Properties()
    {
        code.Write(
            $$"""
            public override int ColumnCount => {{table.Columns.Length}};

            public override global::System.Collections.Generic.IReadOnlyList<int> KeyColumns { get; } = [{{string.Join(
                ", ",
                table.Key
            )}}];

            public override global::Retort.ColumnSet ServerColumns { get; } = {{SetOf(column => column.IsServers)}};
            """
        );
        if (table.Columns.Any(column => column.IsServersOnUpdate))
        {
            code.Gap();
            code.Write(
                $$"""public override global::Retort.ColumnSet UpdateColumns { get; } = {{SetOf(column => column.IsServersOnUpdate)}};"""
            );
        }
        if (_key.Selves.Count is 0)
            return;
        code.Gap();
        code.Write($"public override int SelfReferences => {_key.Selves.Count};");
    }

    private string SetOf(Func<ColumnModel, bool> condition)
    {
        var set = $"default(global::Retort.ColumnSet)";
        for (var i = 0; i < table.Columns.Length; i++)
            if (condition(table.Columns[i]))
                set += $".With({i})";
        return set;
    }
}
