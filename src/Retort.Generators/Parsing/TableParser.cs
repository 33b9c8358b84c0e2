using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>A table model from a class with <c>[Table]</c>: symbols in, values out. The analyzer runs it with a reporter, the generator without.</summary>
internal static class TableParser
{
    /// <summary>The model; null where no part of the class can be generated.</summary>
    public static TableModel? Parse(INamedTypeSymbol model, Compilation compilation, Reporter reporter)
    {
        if (!ClassRules.Check(model, reporter))
            return null;
        var properties = PropertyFinder.Find(model, reporter);
        KeyParser.Check(model, properties, reporter);
        var mapped = Columns(model, properties, compilation, reporter);
        CheckNames(mapped, reporter);
        var (table, schema) = NameOf(model);
        var (indexes, uniques) = IndexParser.Parse(mapped);
        var foreignKeys = new ForeignKeyParser(model, reporter);
        var members = new MemberNames(model);
        return new TableModel
        {
            Name = model.Name,
            Type = model.GlobalName(),
            Namespace = model.NamespaceName(),
            QualifiedName = string.Join(".", ClassRules.Nesting(model).Select(type => type.Name)),
            Declarations = ClassRules.Declarations(model),
            IsPublic = ClassRules.Nesting(model).All(type => type.DeclaredAccessibility is Accessibility.Public),
            Table = table,
            Schema = schema,
            Columns = [.. mapped.Select(each => each.Column)],
            Key = [.. Positions(mapped, each => KeyParser.IsUsableKey(each.Property, each.Column.Value))],
            Indexes = indexes,
            Uniques = uniques,
            ForeignKeys =
            [
                .. mapped
                    .Select((each, position) => foreignKeys.Parse(each.Property, each.Column, position))
                    .OfType<ForeignKeyModel>(),
            ],
            Creation = CreationParser.Parse(model, reporter),
            Members = members.Choose(reporter),
            UsesObsolete = mapped.Any(each => each.Property.Has("System.ObsoleteAttribute")),
        };
    }

    /// <summary>The name and the schema of a model's table.</summary>
    public static (string Table, string? Schema) NameOf(INamedTypeSymbol model)
    {
        var attribute = model.AttributeOf(Names.Table);
        return (attribute?.Argument(0) as string ?? SnakeCase.Convert(model.Name), attribute?.Named<string>("Schema"));
    }

    /// <summary>The key's columns first, in order of declaration.</summary>
    private static List<(IPropertySymbol Property, ColumnModel Column)> Columns(
        INamedTypeSymbol model,
        IReadOnlyList<IPropertySymbol> properties,
        Compilation compilation,
        Reporter reporter
    )
    {
        var parser = new ColumnParser(model, compilation, reporter);
        var hasOneKey = properties.Count(KeyParser.IsKey) is 1;
        return
        [
            .. from property in properties.OrderBy(property => !KeyParser.IsKey(property))
            let column = parser.Parse(property, hasOneKey)
            where column is not null
            select (property, column),
        ];
    }

    private static IEnumerable<int> Positions(
        List<(IPropertySymbol Property, ColumnModel Column)> mapped,
        Func<(IPropertySymbol Property, ColumnModel Column), bool> condition
    ) => Enumerable.Range(0, mapped.Count).Where(position => condition(mapped[position]));

    private static void CheckNames(List<(IPropertySymbol Property, ColumnModel Column)> mapped, Reporter reporter)
    {
        foreach (var group in mapped.GroupBy(each => each.Column.Column, StringComparer.OrdinalIgnoreCase))
        foreach (var other in group.Skip(1))
            reporter.Report(
                Diagnostics.DuplicateColumn,
                other.Property,
                group.First().Property.Title(),
                other.Property.Title(),
                other.Column.Column
            );
    }
}
