using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Finds the properties of a class that are columns.</summary>
internal static class PropertyFinder
{
    /// <summary>The properties that are columns; one that cannot be is reported.</summary>
    public static IReadOnlyList<IPropertySymbol> Find(INamedTypeSymbol model, Reporter reporter) =>
        [.. Declared(model).Where(property => IsColumn(property, reporter))];

    /// <summary>
    /// The properties that are meant to be columns, those of base classes before those of derived ones, in order of declaration.
    /// A property that is overridden or hidden stands where it was declared first, with the attributes that it has last.
    /// </summary>
    public static IReadOnlyList<IPropertySymbol> Declared(INamedTypeSymbol model)
    {
        var found = new List<IPropertySymbol>();
        foreach (
            var property in model.WithBases().Reverse().SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
        )
        {
            var declared = found.FindIndex(other => other.Name == property.Name);
            if (declared >= 0)
                found[declared] = property;
            else
                found.Add(property);
        }
        return [.. found.Where(IsMeant)];
    }

    private static bool IsColumn(IPropertySymbol property, Reporter reporter)
    {
        if (SetterOf(property) is not null)
            return true;
        if (property.HasBackingField())
            reporter.Report(Diagnostics.NoSetter, property, property.Title());
        else if (property.DeclaringSyntaxReferences.IsEmpty)
            reporter.Report(Diagnostics.NoVisibleSetter, property, property.Title());
        return false; // a computed property
    }

    private static bool IsMeant(IPropertySymbol property) =>
        property
            is { IsStatic: false, IsIndexer: false, GetMethod: not null, DeclaredAccessibility: Accessibility.Public }
        && !IsNotMapped(property);

    /// <summary>The setter, which an override of the getter inherits.</summary>
    public static IMethodSymbol? SetterOf(IPropertySymbol property)
    {
        for (var each = property; each is not null; each = each.OverriddenProperty)
            if (each.SetMethod is { } setter)
                return setter;
        return null;
    }

    private static bool IsNotMapped(IPropertySymbol property) =>
        property.Has(Names.NotMapped) || property.Has(Names.SchemaNotMapped);
}
