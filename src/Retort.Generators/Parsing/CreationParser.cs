using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Retort.Generators;

/// <summary>How an object that a row is read into comes to be.</summary>
internal static class CreationParser
{
    /// <summary>
    /// Without constructor and initialisers where each instance field, of base classes too, holds a column's value;
    /// otherwise by the constructor without parameters.
    /// </summary>
    public static Creation Parse(INamedTypeSymbol model, Reporter reporter)
    {
        if (Obstacle(model) is not { } obstacle)
            return Creation.Uninitialized;
        if (model.InstanceConstructors.FirstOrDefault(each => each.Parameters.IsEmpty) is not { } constructor)
        {
            reporter.Report(Diagnostics.NoConstructor, model, model.Name, obstacle, model.Name);
            return Creation.Uninitialized;
        }
        reporter.Report(Diagnostics.ConstructorRuns, model, model.Name, obstacle);
        return
            HasRequiredMembers(model)
            && !constructor.Has("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute")
            ? Creation.UncheckedConstructor
            : Creation.Constructor;
    }

    /// <summary>The first thing that only a constructor sets; null where there is none.</summary>
    private static string? Obstacle(INamedTypeSymbol model)
    {
        var columns = new HashSet<ISymbol>(PropertyFinder.Declared(model), SymbolEqualityComparer.Default);
        return model
            .WithBases()
            .Reverse()
            .Select(type => Obstacle(type, columns))
            .FirstOrDefault(each => each is not null);
    }

    private static string? Obstacle(INamedTypeSymbol type, HashSet<ISymbol> columns)
    {
        if (type.DeclaringSyntaxReferences.IsEmpty)
            return type.Name; // the compiler does not show the private fields of another assembly
        if (HasPrimaryConstructor(type))
            return $"{type.Name}(…)"; // its parameters may be fields
        return
            type.GetMembers()
                .OfType<IFieldSymbol>()
                .Where(field => !field.IsStatic && !field.IsConst)
                .FirstOrDefault(field => field.AssociatedSymbol is not { } property || !columns.Contains(property))
                is { } field
            ? $"{type.Name}.{(field.AssociatedSymbol ?? field).Name}"
            : null;
    }

    private static bool HasPrimaryConstructor(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax { ParameterList.Parameters.Count: > 0 }
        );

    private static bool HasRequiredMembers(INamedTypeSymbol model) =>
        model
            .WithBases()
            .SelectMany(type => type.GetMembers())
            .Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });
}
