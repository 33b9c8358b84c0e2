using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Retort.Generators;

namespace Retort.CodeFixes;

/// <summary><c>class Hero</c> becomes <c>partial class Hero</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MakePartial() : Fix<TypeDeclarationSyntax>(Diagnostics.NotPartial, "Make partial")
{
    /// <inheritdoc />
    protected override SyntaxNode Fixed(TypeDeclarationSyntax node)
    {
        var partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (node.Modifiers.Any())
            return node.AddModifiers(partial);
        return node.WithKeyword(node.Keyword.WithLeadingTrivia())
            .AddModifiers(partial.WithLeadingTrivia(node.Keyword.LeadingTrivia));
    }
}
