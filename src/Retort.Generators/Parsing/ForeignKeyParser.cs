using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Foreign keys from <c>[ForeignKey&lt;T&gt;]</c>, on properties and on the class.</summary>
internal sealed class ForeignKeyParser(
    INamedTypeSymbol model,
    IReadOnlyList<(IPropertySymbol Property, ColumnModel Column)> properties,
    Reporter reporter
)
{
    /// <summary>The foreign keys; one that cannot be is reported.</summary>
    public IEnumerable<ForeignKeyModel> Parse() =>
        properties
            .SelectMany(
                (each, position) =>
                    each.Property.AttributesOf(Names.ForeignKey).Select(key => Parse(key, each.Property, [position]))
            )
            .Concat(model.AttributesOf(Names.ForeignKey).Select(key => Parse(key, model, Positions(key))))
            .OfType<ForeignKeyModel>();

    private List<int> Positions(AttributeData attribute)
    {
        var positions = new List<int>();
        foreach (var name in attribute.Texts())
            if (Position(name) is >= 0 and var position)
                positions.Add(position);
            else
                reporter.Report(Diagnostics.NoSuchProperty, model, "[ForeignKey]", model.Name, name);
        return positions;
    }

    private int Position(string name)
    {
        for (var position = 0; position < properties.Count; position++)
            if (properties[position].Property.Name == name)
                return position;
        return -1;
    }

    private ForeignKeyModel? Parse(AttributeData attribute, ISymbol where, List<int> columns)
    {
        if (attribute is not { AttributeClass.TypeArguments: [INamedTypeSymbol target] } || columns.Count is 0)
            return null;
        if (Referred(attribute, target, where, columns.Count) is not { } referred || !FitsAll(columns, referred))
            return null;
        var (table, schema) = TableParser.NameOf(target);
        return new ForeignKeyModel
        {
            Name = attribute.Named<string>("Name"),
            Columns = [.. columns],
            Table = table,
            Schema = schema,
            References = [.. referred.Select(ColumnParser.NameOf)],
            OnDelete = Action(attribute, "OnDelete", columns),
            OnUpdate = Action(attribute, "OnUpdate", columns),
            Timing = IndexParser.Timing(attribute),
            IsSelf =
                SymbolEqualityComparer.Default.Equals(target, model) && attribute.NamedTexts("References").Count is 0,
        };
    }

    /// <summary>The properties referred to; null where they cannot be, which is reported.</summary>
    private IReadOnlyList<IPropertySymbol>? Referred(
        AttributeData attribute,
        INamedTypeSymbol target,
        ISymbol where,
        int count
    )
    {
        if (target.IsUnknown())
            return null; // the compiler says so
        var title = where is IPropertySymbol property ? property.Title() : model.Name;
        if (!target.Has(Names.Table))
        {
            reporter.Report(Diagnostics.ForeignKeyToNoTable, where, title, target.Name);
            return null;
        }
        var key = Named(attribute, target) ?? KeyParser.KeyOf(target);
        if (key.Count == count)
            return key;
        if (key.Count > 0) // a table without key has its own diagnostic
            reporter.Report(Diagnostics.ForeignKeyToManyColumns, where, title, target.Name, key.Count);
        return null;
    }

    private List<IPropertySymbol>? Named(AttributeData attribute, INamedTypeSymbol target)
    {
        var names = attribute.NamedTexts("References");
        if (names.Count is 0)
            return null;
        var found = PropertyFinder.Find(target, Reporter.Silent);
        foreach (var name in names.Where(name => !found.Any(property => property.Name == name)))
            reporter.Report(Diagnostics.NoSuchProperty, model, "[ForeignKey]", target.Name, name);
        return
        [
            .. names.Select(name => found.FirstOrDefault(property => property.Name == name)).OfType<IPropertySymbol>(),
        ];
    }

    private bool FitsAll(List<int> columns, IReadOnlyList<IPropertySymbol> referred)
    {
        var fits = true;
        for (var i = 0; i < columns.Count; i++)
        {
            var (property, column) = properties[columns[i]];
            if (ValueParser.Parse(referred[i].Type)?.CSharp is not { } type || type == column.Value.CSharp)
                continue;
            fits = false;
            reporter.Report(
                Diagnostics.ForeignKeyType,
                property,
                property.Title(),
                property.Type.Title(),
                referred[i].Title(),
                referred[i].Type.Title()
            );
        }
        return fits;
    }

    private string? Action(AttributeData attribute, string name, List<int> columns)
    {
        var argument = attribute.NamedArgument(name);
        var action = argument.IsNull ? null : ColumnParser.EnumMember(argument);
        if (action is "SetNull")
            foreach (var (property, column) in columns.Select(position => properties[position]))
                if (!column.IsNullable)
                    reporter.Report(
                        Diagnostics.SetNullOnNotNull,
                        property,
                        property.Title(),
                        name,
                        property.Type.Title()
                    );
        return action is "NoAction" ? null : action;
    }
}
