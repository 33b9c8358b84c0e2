namespace Retort.Migrations;

/// <summary>What attributes say of a column beyond its C# type.</summary>
internal sealed class ColumnAttributes(Table table, Column column, DdlCompiler ddl)
{
    /// <summary>The attributes.</summary>
    /// <param name="property">The property's name.</param>
    /// <param name="position">Where the column stands in the table.</param>
    /// <param name="type">Its C# type.</param>
    public IEnumerable<string> List(string property, int position, ModelType type)
    {
        if (Column(property, position, type) is { } named)
            yield return named;
        if (type.Attribute is { } said && !said.StartsWith("Column", StringComparison.Ordinal))
            yield return said;
        if (column.Collation is { } collation)
            yield return $"Collation({CSharp.Literal(collation)})";
        if (Identity() is { } identity)
            yield return identity;
        if (column.Computed is { } computed)
            yield return $"Computed({CSharp.Literal(computed.Text)}, {(computed.Virtual ? "Virtual = true" : $"Stored = {CSharp.Bool(computed.Stored)}")})";
        if (column.ServerDefault.Exists)
            yield return ServerDefault();
        if (column.Comment is { } comment)
            yield return $"Comment({CSharp.Literal(comment)})";
    }

    /// <summary>Name, type and position in one attribute; null where the conventions say them.</summary>
    private string? Column(string property, int position, ModelType type)
    {
        var said =
            type.Attribute is { } attribute && attribute.StartsWith("Column", StringComparison.Ordinal)
                ? attribute
                : null;
        var isTyped = said?.StartsWith("Column<", StringComparison.Ordinal) is true;
        var end = isTyped ? said!.IndexOf('>', StringComparison.Ordinal) + 1 : "Column".Length;
        var word = said?[..end] ?? "Column";
        var parts = new List<string>();
        if (said is { } whole && whole.Length > end)
            parts.Add(whole[(end + 1)..^1]);
        if (ModelNames.Conventional(property) != column.Name)
            parts.Insert(isTyped ? parts.Count : 0, (isTyped ? "Name = " : "") + CSharp.Literal(column.Name));
        if (!IsInOrder())
            parts.Add($"Order = {position}");
        return parts.Count > 0 ? $"{word}({string.Join(", ", parts)})"
            : said is not null ? word
            : null;
    }

    /// <summary>Whether the columns of the key come first, as they do in a model that says no order.</summary>
    private bool IsInOrder() =>
        table.PrimaryKey is not { } key
        || table.Columns.Take(key.Columns.Count).All(each => key.Columns.Contains(each.Name));

    private string? Identity()
    {
        if (!column.Autoincrement || column.Identity is not { } identity)
            return null;
        string?[] options =
        [
            identity.Kind is IdentityKind.ByDefault ? null : $"IdentityKind.{identity.Kind}",
            Number("Start", identity.Start),
            Number("Increment", identity.Increment),
            Number("MinValue", identity.MinValue),
            Number("MaxValue", identity.MaxValue),
            Number("Cache", identity.Cache),
            identity.Cycle ? "Cycle = true" : null,
        ];
        var said = string.Join(", ", options.Where(option => option is not null));
        return said.Length > 0 ? $"Identity({said})" : "Identity";
    }

    private string ServerDefault() =>
        column.ServerDefault.Value switch
        {
            SqlValue.Now => "ServerDefault(SqlValue.Now)",
            string literal => $"ServerDefault(Literal = {CSharp.Literal(literal)})",
            _ => $"ServerDefault(Expression = {CSharp.Literal(ddl.DefaultOf(column)!)})",
        };

    private static string? Number(string name, long? value) => value is null ? null : $"{name} = {value}";
}
