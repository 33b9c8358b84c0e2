using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Retort.Generators;

/// <summary>A class with <c>[Revision]</c>, of this project or of one that it references.</summary>
internal sealed class RevisionDeclaration
{
    private readonly AttributeData _revision;

    private RevisionDeclaration(INamedTypeSymbol type, AttributeData revision, string id)
    {
        Type = type;
        Id = id;
        _revision = revision;
        Parents = Texts(Names.Revises);
        DependsOn = Texts(Names.DependsOn);
        Labels = Texts(Names.BranchLabel);
        Section = RevisionParser.SectionOf(type);
    }

    public INamedTypeSymbol Type { get; }

    public string Id { get; }

    public IReadOnlyList<string> Parents { get; }

    public IReadOnlyList<string> DependsOn { get; }

    public IReadOnlyList<string> Labels { get; }

    /// <summary>What <c>[Section]</c> says; null: there is none.</summary>
    public string? Section { get; }

    /// <summary>Where <c>[Revision]</c> stands; null in a referenced assembly.</summary>
    public SyntaxReference? Place => _revision.ApplicationSyntaxReference;

    /// <summary>Null: the class is no revision, or its id is no text.</summary>
    public static RevisionDeclaration? Of(INamedTypeSymbol type) =>
        type.AttributeOf(Names.Revision) is { } revision && revision.Argument(0) is string id
            ? new(type, revision, id)
            : null;

    /// <summary>The class, and where it is unless it is in this project.</summary>
    public string Title => Place is null ? $"{Type.Name} of {Type.ContainingAssembly.Name}" : Type.Name;

    /// <summary>The id in <c>[Revision]</c>.</summary>
    public Location IdLocation => LocationOf(Names.Revision, Id);

    /// <summary>The argument of an attribute that has the value; the class where it is none that is written so.</summary>
    public Location LocationOf(string attribute, string value) =>
        Arguments(attribute)
            .FirstOrDefault(each =>
                each.Expression is LiteralExpressionSyntax { Token.Value: string text } && text == value
            )
            ?.Expression.GetLocation()
        ?? Type.Locations.First();

    /// <summary>Arguments of the attributes that make the graph which are no string literals.</summary>
    public IEnumerable<ExpressionSyntax> Computed() =>
        new[] { Names.Revision, Names.Revises, Names.DependsOn, Names.BranchLabel, Names.Section }
            .SelectMany(Arguments)
            .Select(argument => argument.Expression)
            .Where(expression => !expression.IsKind(SyntaxKind.StringLiteralExpression));

    private IEnumerable<AttributeArgumentSyntax> Arguments(string attribute) =>
        Type.AttributesOf(attribute)
            .Select(each => each.ApplicationSyntaxReference?.GetSyntax())
            .OfType<AttributeSyntax>()
            .SelectMany(syntax => syntax.ArgumentList?.Arguments ?? []);

    private List<string> Texts(string attribute) => [.. Type.AttributesOf(attribute).SelectMany(each => each.Texts())];
}
