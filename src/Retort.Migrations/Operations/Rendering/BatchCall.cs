namespace Retort.Migrations;

/// <summary>The arguments of a batch as C# expressions; null where there is nothing to say.</summary>
internal static class BatchCall
{
    public static string? Of(Table? table) =>
        table is null
            ? null
            : $"new global::Retort.Table({string.Join(", ", [CSharp.Of(table.FullName), .. TableElements.Of(table)])})";

    public static string Of(ValueList<Constraint> constraints) =>
        $"[{string.Join(", ", constraints.Select(TableElements.Render))}]";

    public static string Of(ValueList<ColumnNames> order) => $"[{string.Join(", ", order.Select(CSharp.List))}]";

    public static string? Of(NamingConvention? naming)
    {
        if (naming is null)
            return null;
        var standard = NamingConvention.Standard;
        string?[] said =
        [
            Said(nameof(naming.Index), naming.Index, standard.Index),
            Said(nameof(naming.Unique), naming.Unique, standard.Unique),
            Said(nameof(naming.Check), naming.Check, standard.Check),
            Said(nameof(naming.ForeignKey), naming.ForeignKey, standard.ForeignKey),
            Said(nameof(naming.PrimaryKey), naming.PrimaryKey, standard.PrimaryKey),
            Said(nameof(naming.Exclusion), naming.Exclusion, standard.Exclusion),
        ];
        return $"new global::Retort.NamingConvention {{ {string.Join(", ", said.Where(each => each is not null))} }}";
    }

    private static string? Said(string property, string template, string standard) =>
        template == standard ? null : $"{property} = {CSharp.Literal(template)}";
}
