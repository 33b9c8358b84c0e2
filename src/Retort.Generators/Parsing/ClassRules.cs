using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Retort.Generators;

/// <summary>What a class must be so that generated code can be a part of it.</summary>
internal static class ClassRules
{
    /// <summary>Whether a part can be generated; what stands against it is reported.</summary>
    public static bool Check(INamedTypeSymbol model, Reporter reporter) =>
        IsPlainClass(model, reporter) && IsVisible(model, reporter) && IsPartial(model, reporter);

    private static bool IsPlainClass(INamedTypeSymbol model, Reporter reporter)
    {
        var (kind, advice) = model switch
        {
            { IsRecord: true } => (
                "a record, which is equal by value and has no identity",
                $"Write 'partial class {model.Name}'"
            ),
            { TypeKind: not TypeKind.Class } => ("no class", $"Write 'partial class {model.Name}'"),
            { IsStatic: true } => ("static", "Remove 'static'"),
            { IsAbstract: true } => (
                "abstract",
                "Put [Table] on the classes that derive from it: its properties become their columns"
            ),
            { IsFileLocal: true } => ("local to its file", "Remove 'file'"),
            _ when IsGeneric(model) => (
                "generic",
                "Put [Table] on classes that derive from it, such as 'partial class Order : Entity<Guid>': its properties become their columns"
            ),
            _ => (null, null),
        };
        if (kind is null)
            return true;
        reporter.Report(Diagnostics.NotAModelClass, model, model.Name, kind, advice!);
        return false;
    }

    private static bool IsGeneric(INamedTypeSymbol model) => Nesting(model).Any(type => type.IsGenericType);

    private static bool IsVisible(INamedTypeSymbol model, Reporter reporter)
    {
        var hidden = Nesting(model)
            .FirstOrDefault(type =>
                type.DeclaredAccessibility
                    is Accessibility.Private
                        or Accessibility.Protected
                        or Accessibility.ProtectedAndInternal
            );
        if (hidden is null)
            return true;
        var access = SyntaxFacts.GetText(hidden.DeclaredAccessibility);
        reporter.Report(
            Diagnostics.NotAModelClass,
            model,
            model.Name,
            $"hidden, because '{hidden.Name}' is {access}",
            $"Make '{hidden.Name}' internal or public"
        );
        return false;
    }

    private static bool IsPartial(INamedTypeSymbol model, Reporter reporter)
    {
        if (Nesting(model).FirstOrDefault(type => !DeclaredPartial(type)) is not { } closed)
            return true;
        reporter.Report(
            Diagnostics.NotPartial,
            closed,
            model.Name,
            closed.Name,
            $"partial {Keyword(closed)} {closed.Name}"
        );
        return false;
    }

    private static bool DeclaredPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        );

    /// <summary>The types that a part is nested in, outermost first, the model itself last: <c>partial class Outer</c>.</summary>
    public static EquatableArray<string> Declarations(INamedTypeSymbol model) =>
        [.. Nesting(model).Select(type => $"partial {Keyword(type)} {type.Name.Escaped()}")];

    /// <summary>The type and those that it is nested in, outermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> Nesting(INamedTypeSymbol type)
    {
        var nesting = new Stack<INamedTypeSymbol>();
        for (var each = type; each is not null; each = each.ContainingType)
            nesting.Push(each);
        return nesting;
    }

    private static string Keyword(INamedTypeSymbol type) =>
        type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
}
