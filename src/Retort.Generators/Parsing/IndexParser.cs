using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Indexes and unique constraints from <c>[Index]</c> and <c>[Unique]</c>.</summary>
internal static class IndexParser
{
    private sealed record Mark(string? Name, bool Unique, string Column);

    /// <summary>
    /// Marks of one name are one index, or one constraint, over their columns. A column that is unique by itself and has an index
    /// of its own gets one unique index.
    /// </summary>
    public static (EquatableArray<IndexModel> Indexes, EquatableArray<UniqueModel> Uniques) Parse(
        IEnumerable<(IPropertySymbol Property, ColumnModel Column)> properties
    )
    {
        var marked = properties.ToList();
        var indexes = Group(Marks(marked, Names.Index));
        var uniques = Group(Marks(marked, Names.Unique));
        for (var i = 0; i < indexes.Count; i++)
            if (
                indexes[i].Columns.Length is 1
                && uniques.RemoveAll(unique => unique.Columns.Equals(indexes[i].Columns)) > 0
            )
                indexes[i] = indexes[i] with { Unique = true };
        return ([.. indexes], [.. uniques.Select(unique => new UniqueModel(unique.Name, unique.Columns))]);
    }

    private static IEnumerable<Mark> Marks(
        IEnumerable<(IPropertySymbol Property, ColumnModel Column)> properties,
        string attribute
    ) =>
        from each in properties
        from mark in each.Property.AttributesOf(attribute)
        select new Mark(mark.Argument(0) as string, mark.Named<bool>("Unique"), each.Column.Column);

    private static List<IndexModel> Group(IEnumerable<Mark> marks) =>
        [
            .. marks
                .GroupBy(mark => mark.Name ?? "on " + mark.Column)
                .Select(group => new IndexModel(
                    group.First().Name,
                    group.Any(mark => mark.Unique),
                    [.. group.Select(mark => mark.Column).Distinct()]
                )),
        ];
}
