using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Setters that generated code cannot call by an assignment.</summary>
internal sealed class SetterParser(INamedTypeSymbol model, Compilation compilation)
{
    private static readonly SymbolDisplayFormat WithConstraints =
        SymbolDisplayFormat.FullyQualifiedFormat.AddGenericsOptions(
            SymbolDisplayGenericsOptions.IncludeTypeConstraints
        );

    /// <summary>The setter; null where an assignment does.</summary>
    public SetterModel? Parse(IPropertySymbol property)
    {
        var setter = PropertyFinder.SetterOf(property)!;
        if (!setter.IsInitOnly && compilation.IsSymbolAccessibleWithin(setter, model, model))
            return null;
        var definition = setter.OriginalDefinition;
        var owner = definition.ContainingType;
        return new SetterModel(
            owner.GlobalName(),
            definition.Parameters[0].Type.AnnotatedName(),
            List(ClassRules.Nesting(owner).SelectMany(type => type.TypeParameters)),
            List(ClassRules.Nesting(setter.ContainingType).SelectMany(type => type.TypeArguments)),
            string.Concat(ClassRules.Nesting(owner).Select(Constraints))
        );
    }

    private static string List(IEnumerable<ITypeSymbol> types) =>
        types.ToList() is { Count: > 0 } some
            ? $"<{string.Join(", ", some.Select(type => type.AnnotatedName()))}>"
            : "";

    private static string Constraints(INamedTypeSymbol type)
    {
        var text = type.ToDisplayString(WithConstraints);
        var at = text.IndexOf(" where ", StringComparison.Ordinal);
        return at < 0 ? "" : text.Substring(at);
    }
}
