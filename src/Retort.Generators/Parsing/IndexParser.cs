using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Indexes, unique constraints and checks from <c>[Index]</c>, <c>[Unique]</c> and <c>[Check]</c>.</summary>
internal sealed class IndexParser(
    INamedTypeSymbol model,
    IReadOnlyList<(IPropertySymbol Property, ColumnModel Column)> properties,
    Reporter reporter
)
{
    private sealed record Mark(AttributeData Attribute, string Column)
    {
        /// <summary>The name that properties of one index share.</summary>
        public string? Name => Attribute.Texts().FirstOrDefault() ?? Attribute.Named<string>("Name");
    }

    /// <summary>
    /// Marks of one name are one index, or one constraint, over their columns. A column that is unique by itself and has an index
    /// of its own gets one unique index.
    /// </summary>
    public (EquatableArray<IndexModel> Indexes, EquatableArray<UniqueModel> Uniques) Parse()
    {
        var indexes = Marks(Names.Index).Select(Index).ToList();
        var uniques = Marks(Names.Unique).Select(Unique).ToList();
        for (var i = 0; i < indexes.Count; i++)
            if (
                indexes[i].Columns is [{ IsExpression: false, Text: var only }]
                && uniques.RemoveAll(unique => unique is { Columns: [var same], Timing: null } && same == only) > 0
            )
                indexes[i] = indexes[i] with { Unique = true };
        return (
            [.. indexes, .. OnClass(Names.Index).Select(each => Index(each.Name, each.Columns, [each.Attribute]))],
            [.. uniques, .. OnClass(Names.Unique).Select(each => Unique(each.Name, each.Columns, each.Attribute))]
        );
    }

    /// <summary>The checks of the properties, then those of the class.</summary>
    public EquatableArray<CheckModel> Checks() =>
        [
            .. properties
                .SelectMany(each => each.Property.AttributesOf(Names.Check))
                .Concat(model.AttributesOf(Names.Check))
                .Where(check => check.Argument(0) is string)
                .Select(check => new CheckModel(check.Named<string>("Name"), (string)check.Argument(0)!)),
        ];

    private List<List<Mark>> Marks(string attribute) =>
        [
            .. (
                from each in properties
                from mark in each.Property.AttributesOf(attribute)
                select new Mark(mark, each.Column.Column)
            )
                .GroupBy(mark => mark.Name ?? "on " + mark.Column)
                .Select(group => group.ToList()),
        ];

    private IEnumerable<(string? Name, List<string> Columns, AttributeData Attribute)> OnClass(string attribute) =>
        from each in model.AttributesOf(attribute)
        select (each.Named<string>("Name"), Columns(each.Texts(), each), each);

    private IndexModel Index(List<Mark> marks) =>
        Index(
            marks[0].Name,
            [.. marks.Select(mark => mark.Column).Distinct()],
            [.. marks.Select(mark => mark.Attribute)]
        );

    /// <param name="name">The name.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="said">The attributes of the index: what one says holds for all.</param>
    private IndexModel Index(string? name, List<string> columns, List<AttributeData> said)
    {
        var descending = said.SelectMany(each => Flags(each, "Descending", said.Count == 1 ? 0 : 1)).ToList();
        return new IndexModel
        {
            Name = name,
            Columns =
            [
                .. columns.Select(
                    (column, at) => new IndexColumnModel(column, false, at < descending.Count && descending[at])
                ),
                .. said.SelectMany(each => each.NamedTexts("Expressions"))
                    .Select(
                        (text, at) =>
                            new IndexColumnModel(
                                text,
                                true,
                                columns.Count + at is var place && place < descending.Count && descending[place]
                            )
                    ),
            ],
            Unique = said.Exists(each => each.Named<bool>("Unique")),
            Where = said.Select(each => each.Named<string>("Where")).FirstOrDefault(where => where is not null),
            Method = said.Select(each => each.Named<string>("Method")).FirstOrDefault(method => method is not null),
            Include = [.. said.SelectMany(each => Columns(each.NamedTexts("Include"), each))],
            NullsNotDistinct = said.Exists(each => each.Named<bool>("NullsNotDistinct")),
        };
    }

    private static UniqueModel Unique(List<Mark> marks) =>
        Unique(marks[0].Name, [.. marks.Select(mark => mark.Column).Distinct()], marks[0].Attribute);

    private static UniqueModel Unique(string? name, List<string> columns, AttributeData attribute) =>
        new(name, [.. columns], attribute.Named<bool>("NullsNotDistinct"), Timing(attribute));

    /// <summary>Member of <c>ConstraintTiming</c>; null: at once.</summary>
    public static string? Timing(AttributeData attribute) =>
        attribute.NamedArgument("Timing") is { IsNull: false } timing
        && ColumnParser.EnumMember(timing) is not "Immediate" and var member
            ? member
            : null;

    /// <summary>The flags of a named argument, at least so many.</summary>
    private static List<bool> Flags(AttributeData attribute, string name, int least)
    {
        var flags = attribute.NamedArgument(name) is { IsNull: false } array
            ? array.Values.Select(value => value.Value is true).ToList()
            : [];
        while (flags.Count < least)
            flags.Add(false);
        return flags;
    }

    /// <summary>The columns of properties; a name that is none is reported.</summary>
    private List<string> Columns(IEnumerable<string> names, AttributeData attribute) =>
        [.. names.Select(name => ColumnOf(name, attribute)).OfType<string>()];

    private string? ColumnOf(string name, AttributeData attribute)
    {
        foreach (var (property, column) in properties)
            if (property.Name == name)
                return column.Column;
        reporter.Report(
            Diagnostics.NoSuchProperty,
            model,
            $"[{attribute.AttributeClass!.Name.Replace("Attribute", "")}]",
            model.Name,
            name
        );
        return null;
    }
}
