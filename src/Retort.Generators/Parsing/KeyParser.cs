using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Which properties are the key of a table: those that <c>[PrimaryKey]</c> names, in its order, else those with <c>[Key]</c>, in order of declaration.</summary>
internal static class KeyParser
{
    /// <summary>The key of any table model, also of another assembly.</summary>
    public static IReadOnlyList<IPropertySymbol> KeyOf(INamedTypeSymbol model) =>
        KeyOf(model, PropertyFinder.Find(model, Reporter.Silent));

    /// <summary>The key among the properties of a model, in its order.</summary>
    public static IReadOnlyList<IPropertySymbol> KeyOf(
        INamedTypeSymbol model,
        IReadOnlyList<IPropertySymbol> properties
    )
    {
        var named = AttributeOf(model)?.Texts() ?? [];
        return named.Count > 0
            ? [.. named.Select(name => properties.FirstOrDefault(each => each.Name == name)).OfType<IPropertySymbol>()]
            : [.. properties.Where(property => property.Has(Names.Key))];
    }

    /// <summary>Ours, or Entity Framework's, which means the same.</summary>
    public static AttributeData? AttributeOf(INamedTypeSymbol model) =>
        model.AttributeOf(Names.PrimaryKey) ?? model.AttributeOf(Names.EfPrimaryKey);

    /// <summary>Says what is wrong with the key.</summary>
    public static void Check(INamedTypeSymbol model, IReadOnlyList<IPropertySymbol> properties, Reporter reporter)
    {
        var key = KeyOf(model, properties);
        if (key.Count is 0 && model.AttributeOf(Names.Table)?.Named<bool>("Keyless") is not true)
            reporter.Report(Diagnostics.NoKey, model, model.Name, Suggestion(properties));
        foreach (var property in key)
            Check(property, key.Count > 1, reporter);
    }

    /// <summary>Whether the property is a part of the key that generated code can use.</summary>
    public static bool IsUsableKey(IPropertySymbol property, ValueModel value) =>
        CanBeKey(value) && property.Type.NullableAnnotation is not NullableAnnotation.Annotated;

    private static bool CanBeKey(ValueModel value) =>
        value.Converter is null && value.Name is "Int32" or "Int64" or "Guid" or "String";

    /// <summary>A column counts up that says so; and an integer key, unless it is part of a key, refers to another table, or the model says otherwise.</summary>
    public static bool IsAutoincrement(IPropertySymbol property, ValueModel value, bool isOnlyKey) =>
        property.Has(Names.Identity)
        || isOnlyKey
            && value.Name is "Int32" or "Int64"
            && !property.Has(Names.ForeignKey)
            && property.AttributeOf(Names.DatabaseGenerated)?.Argument(0) is not 0;

    private static void Check(IPropertySymbol property, bool isComposite, Reporter reporter)
    {
        var type = property.Type.Underlying().WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (ValueParser.Of(property) is not { } value)
            return; // reported as a type without column type
        if (!CanBeKey(value))
            reporter.Report(Diagnostics.KeyType, property, property.Title(), type.Title());
        else if (property.Type.NullableAnnotation is NullableAnnotation.Annotated)
            reporter.Report(Diagnostics.NullableKey, property, property.Title(), type.Title(), property.Type.Title());
        else if (value.Name is "Guid" && !isComposite && !IsSetByCreator(property))
            reporter.Report(Diagnostics.GuidKeyNotSet, property, property.Title());
    }

    private static string Suggestion(IReadOnlyList<IPropertySymbol> properties) =>
        properties.FirstOrDefault(property => property.Name is "Id") is { } id
            ? $"[Key] public {id.Type.Title()} Id {{ get; set; }}"
            : "[Key] public Guid Id { get; set; } = Guid.CreateVersion7();";

    /// <summary>Whether the property is required, has an initialiser, or is the key of another row.</summary>
    private static bool IsSetByCreator(IPropertySymbol property) =>
        property.IsRequired
        || property.Has(Names.ForeignKey)
        || property.ContainingType.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared)
        || property.DeclaringSyntaxReferences.IsEmpty
        || property.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax()
                is not Microsoft.CodeAnalysis.CSharp.Syntax.PropertyDeclarationSyntax { Initializer: null }
        );
}
