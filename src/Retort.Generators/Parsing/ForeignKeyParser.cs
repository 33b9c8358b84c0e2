using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Foreign keys from <c>[ForeignKey&lt;T&gt;]</c>.</summary>
internal sealed class ForeignKeyParser(INamedTypeSymbol model, Reporter reporter)
{
    /// <summary>The foreign key of a property; null where it has none, or where it cannot be, which is reported.</summary>
    public ForeignKeyModel? Parse(IPropertySymbol property, ColumnModel column, int position)
    {
        if (
            property.AttributeOf(Names.ForeignKey)
            is not { AttributeClass.TypeArguments: [INamedTypeSymbol target] } attribute
        )
            return null;
        if (KeyOf(target, property) is not { } key)
            return null;
        if (ValueParser.Parse(key.Type)?.CSharp is { } type && type != column.Value.CSharp)
        {
            reporter.Report(
                Diagnostics.ForeignKeyType,
                property,
                property.Title(),
                property.Type.Title(),
                key.Title(),
                key.Type.Title()
            );
            return null;
        }
        var (table, schema) = TableParser.NameOf(target);
        return new ForeignKeyModel(
            position,
            table,
            schema,
            ColumnParser.NameOf(key),
            Action(attribute, "OnDelete", property, column),
            Action(attribute, "OnUpdate", property, column),
            SymbolEqualityComparer.Default.Equals(target, model)
        );
    }

    private IPropertySymbol? KeyOf(INamedTypeSymbol target, IPropertySymbol property)
    {
        if (target.IsUnknown())
            return null; // the compiler says so
        if (!target.Has(Names.Table))
        {
            reporter.Report(Diagnostics.ForeignKeyToNoTable, property, property.Title(), target.Name);
            return null;
        }
        var key = KeyParser.KeyOf(target);
        if (key.Count > 1)
            reporter.Report(Diagnostics.ForeignKeyToManyColumns, property, property.Title(), target.Name, key.Count);
        return key.Count is 1 ? key[0] : null; // a table without key has its own diagnostic
    }

    private string? Action(AttributeData attribute, string name, IPropertySymbol property, ColumnModel column)
    {
        var argument = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
        var action = argument.IsNull ? null : ColumnParser.EnumMember(argument);
        if (action is "SetNull" && !column.IsNullable)
            reporter.Report(Diagnostics.SetNullOnNotNull, property, property.Title(), name, property.Type.Title());
        return action is "NoAction" ? null : action;
    }
}
