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
        var indexParser = new IndexParser(model, mapped, reporter);
        var (indexes, uniques) = indexParser.Parse();
        var keyAttribute = KeyParser.AttributeOf(model);
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
            Options = model.AttributeOf(Names.Table)?.Named<string>("Options"),
            Comment = ColumnParser.CommentOf(model),
            RenamedFrom = [.. ColumnParser.FormerNames(model)],
            Naming = NamingParser.Parse(model.ContainingAssembly),
            KeyName = keyAttribute?.Named<string>("Name"),
            KeyTiming = keyAttribute is null ? null : IndexParser.Timing(keyAttribute),
            Columns = [.. mapped.Select(each => each.Column)],
            Key = [.. Key(model, properties, mapped)],
            Indexes = indexes,
            Uniques = uniques,
            Checks = indexParser.Checks(),
            ForeignKeys = [.. new ForeignKeyParser(model, mapped, reporter).Parse()],
            Creation = CreationParser.Parse(model, reporter),
            Members = members.Choose(reporter),
            UsesObsolete = mapped.Any(each => each.Property.Has("System.ObsoleteAttribute")),
        };
    }

    /// <summary>The name and the schema of a model's table.</summary>
    public static (string Table, string? Schema) NameOf(INamedTypeSymbol model)
    {
        var attribute = model.AttributeOf(Names.Table);
        var other = model.AttributeOf(Names.SchemaTable);
        return (
            attribute?.Argument(0) as string ?? other?.Argument(0) as string ?? SnakeCase.Convert(model.Name),
            attribute?.Named<string>("Schema") ?? other?.Named<string>("Schema")
        );
    }

    /// <summary>Columns with a position stand there; of the others the key's come first, in order of declaration.</summary>
    private static List<(IPropertySymbol Property, ColumnModel Column)> Columns(
        INamedTypeSymbol model,
        IReadOnlyList<IPropertySymbol> properties,
        Compilation compilation,
        Reporter reporter
    )
    {
        var parser = new ColumnParser(model, compilation, reporter);
        var key = KeyParser.KeyOf(model, properties);
        var mapped = (
            from property in properties.OrderBy(property => !key.Contains(property, SymbolEqualityComparer.Default))
            let isKey = key.Contains(property, SymbolEqualityComparer.Default)
            let column = parser.Parse(property, isKey, isKey && key.Count is 1)
            where column is not null
            select (Property: property, Column: column)
        ).ToList();
        var placed = mapped.Where(each => each.Column.Order is not null).OrderBy(each => each.Column.Order).ToList();
        mapped.RemoveAll(each => each.Column.Order is not null);
        foreach (var each in placed)
            mapped.Insert(Math.Min(each.Column.Order!.Value, mapped.Count), each);
        return mapped;
    }

    /// <summary>Positions of the key's columns, in the order of the key.</summary>
    private static IEnumerable<int> Key(
        INamedTypeSymbol model,
        IReadOnlyList<IPropertySymbol> properties,
        List<(IPropertySymbol Property, ColumnModel Column)> mapped
    ) =>
        from property in KeyParser.KeyOf(model, properties)
        let position = mapped.FindIndex(each => SymbolEqualityComparer.Default.Equals(each.Property, property))
        where position >= 0 && KeyParser.IsUsableKey(property, mapped[position].Column.Value)
        select position;

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
