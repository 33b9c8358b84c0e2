using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>The member of a model that <c>[OnUpdate(nameof(…))]</c> names.</summary>
internal sealed class UpdateMemberParser(INamedTypeSymbol model, Compilation compilation, Reporter reporter)
{
    /// <summary>An expression over <c>entity</c> that gives the value; null where no member is named, or it cannot be used, which is reported.</summary>
    public string? Parse(IPropertySymbol property)
    {
        if (property.AttributeOf(Names.OnUpdate)?.Argument(0) is not string name)
            return null;
        var member = model.WithBases().SelectMany(type => type.GetMembers(name)).FirstOrDefault(IsUsable);
        if (member is null || TypeOf(member) is not { } type || !compilation.HasImplicitConversion(type, property.Type))
        {
            reporter.Report(
                Diagnostics.NoUpdateMember,
                property,
                property.Title(),
                name,
                model.Name,
                property.Type.Title()
            );
            return null;
        }
        var owner = member.IsStatic ? model.GlobalName() : "entity";
        return $"{owner}.{name.Escaped()}{(member is IMethodSymbol ? "()" : "")}";
    }

    private bool IsUsable(ISymbol member) =>
        TypeOf(member) is not null
        && (
            member.DeclaredAccessibility is not Accessibility.Private
            || SymbolEqualityComparer.Default.Equals(member.ContainingType, model)
        );

    private static ITypeSymbol? TypeOf(ISymbol member) =>
        member switch
        {
            IPropertySymbol { GetMethod: not null } property => property.Type,
            IMethodSymbol { Parameters.IsEmpty: true, TypeParameters.IsEmpty: true, ReturnsVoid: false } method =>
                method.ReturnType,
            IFieldSymbol field => field.Type,
            _ => null,
        };
}
