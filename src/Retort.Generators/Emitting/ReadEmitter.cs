namespace Retort.Generators;

/// <summary>Straight code from a row to an object: no loop, no boxing.</summary>
internal static class ReadEmitter
{
    /// <summary>Reads a whole row.</summary>
    public static void Body(CodeWriter code, TableModel table)
    {
        code.Write($"var entity = {New(table)};");
        for (var i = 0; i < table.Columns.Length; i++)
            code.Write(Assign(table, i, Value(table, i, i is 0 ? "ordinal" : $"ordinal + {i}")));
        code.Write("return entity;");
    }

    /// <summary>The value of a column in the row.</summary>
    public static string Value(TableModel table, int position, string ordinal)
    {
        var column = table.Columns[position];
        var (suffix, value) = (column.CanBeNull ? "OrNull" : "", column.Value);
        if (value.Converter is not null)
            return column.CanBeNull
                ? $"row.Get{value.Name}OrNull({ordinal}) is {{ }} stored{position} ? {column.Converter}.FromColumn(stored{position}) : null"
                : $"{column.Converter}.FromColumn(row.Get{value.Name}({ordinal}))";
        if (value.Json is null)
            return $"row.Get{value.Name}{suffix}({ordinal})";
        var mayGiveNull = value.IsNode && !column.CanBeNull;
        return $"row.Get{(value.IsArray ? "Array" : "Json")}{suffix}({ordinal}, {column.Shape}){(mayGiveNull ? "!" : "")}";
    }

    /// <summary>The statement that gives an object's property a value.</summary>
    public static string Assign(TableModel table, int position, string value)
    {
        var column = table.Columns[position];
        return column.Setter is { } setter
            ? $"{column.Property}Setter{setter.Arguments}.Set(entity, {value});"
            : $"entity.{column.Identifier} = {value};";
    }

    private static string New(TableModel table) =>
        table.Creation switch
        {
            Creation.Uninitialized => $"global::Retort.ModelSupport.NewUninitialized<{table.Type}>()",
            Creation.Constructor => $"new {table.Type}()",
            _ => "New()",
        };
}
