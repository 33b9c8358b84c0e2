using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Generators;

/// <summary>Questions to symbols, in the words of this generator.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat WithoutGlobal =
        SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat Annotated =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    /// <summary>Whether the type, or what it is constructed from, has the metadata name: <c>Retort.ForeignKeyAttribute`1</c>.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        if (type is null)
            return false;
        var dot = metadataName.LastIndexOf('.');
        return type.MetadataName == metadataName.Substring(dot + 1)
            && type.ContainingType is null
            && type.ContainingNamespace.ToDisplayString() == metadataName.Substring(0, dot);
    }

    /// <summary>The attributes of a class, on the symbol or on what it overrides.</summary>
    public static IEnumerable<AttributeData> AttributesOf(this ISymbol symbol, string metadataName)
    {
        for (var each = symbol; each is not null; each = (each as IPropertySymbol)?.OverriddenProperty)
            foreach (var attribute in each.GetAttributes())
                if (attribute.AttributeClass.Is(metadataName))
                    yield return attribute;
    }

    public static AttributeData? AttributeOf(this ISymbol symbol, string metadataName) =>
        symbol.AttributesOf(metadataName).FirstOrDefault();

    public static bool Has(this ISymbol symbol, string metadataName) => symbol.AttributeOf(metadataName) is not null;

    /// <summary>The constructor's argument at a position; null where there is none, or it is null.</summary>
    public static object? Argument(this AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length && !attribute.ConstructorArguments[position].IsNull
            ? attribute.ConstructorArguments[position].Value
            : null;

    /// <summary>The constructor's arguments, those of a <c>params</c> array each.</summary>
    public static ImmutableArray<TypedConstant> Values(this AttributeData attribute) =>
        [
            .. attribute.ConstructorArguments.SelectMany(argument =>
                argument.Kind is not TypedConstantKind.Array ? [argument]
                : argument.IsNull ? []
                : argument.Values
            ),
        ];

    /// <summary>The texts of a <c>params string[]</c>, or of a first text and those behind it.</summary>
    public static List<string> Texts(this AttributeData attribute) =>
        [.. attribute.ConstructorArguments.SelectMany(TextsOf)];

    /// <summary>The texts of a named argument; none where it is not given.</summary>
    public static List<string> NamedTexts(this AttributeData attribute, string name) =>
        [.. TextsOf(attribute.NamedArgument(name))];

    /// <summary>A named argument; a null of no type where it is not given.</summary>
    public static TypedConstant NamedArgument(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;

    private static IEnumerable<string> TextsOf(TypedConstant constant) =>
        constant.IsNull ? []
        : constant.Kind is TypedConstantKind.Array ? constant.Values.SelectMany(TextsOf)
        : constant.Value is string text ? [text]
        : [];

    /// <summary>The value of a named argument; its type's default where it is not given.</summary>
    public static T? Named<T>(this AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value is T value
            ? value
            : default;

    /// <summary>The class and its base classes, <c>object</c> left out, the most derived first.</summary>
    public static IEnumerable<INamedTypeSymbol> WithBases(this INamedTypeSymbol type)
    {
        for (var each = type; each is { SpecialType: not SpecialType.System_Object }; each = each.BaseType)
            yield return each;
    }

    /// <summary>The type as generated code writes it: <c>global::App.Hero</c>.</summary>
    public static string GlobalName(this ITypeSymbol type) =>
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The type as generated code writes it, with the question marks of objects that may be null.</summary>
    public static string AnnotatedName(this ITypeSymbol type) => type.ToDisplayString(Annotated);

    /// <summary>The namespace as code writes it; empty: none.</summary>
    public static string NamespaceName(this INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(WithoutGlobal);

    /// <summary>A property as a message names it: <c>Hero.Name</c>.</summary>
    public static string Title(this IPropertySymbol property) => $"{property.ContainingType.Name}.{property.Name}";

    /// <summary>A type as a message names it: <c>List&lt;int&gt;</c>.</summary>
    public static string Title(this ITypeSymbol type) =>
        type.ToDisplayString(
            SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(
                SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
            )
        );

    /// <summary>The type without the question mark of a nullable value type.</summary>
    public static ITypeSymbol Underlying(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>Whether the type, or one within it, does not exist.</summary>
    public static bool IsUnknown(this ITypeSymbol type) =>
        type.TypeKind is TypeKind.Error
        || (type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(IsUnknown))
        || (type is IArrayTypeSymbol array && array.ElementType.IsUnknown());

    /// <summary>Whether the field holds the value of a property that the compiler implements.</summary>
    public static bool HasBackingField(this IPropertySymbol property) =>
        property
            .ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    /// <summary>A name as code writes it, with <c>@</c> where it is a keyword.</summary>
    public static string Escaped(this string name) =>
        SyntaxFacts.GetKeywordKind(name) is SyntaxKind.None ? name : "@" + name;
}
