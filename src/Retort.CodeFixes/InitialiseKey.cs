using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Retort.Generators;

namespace Retort.CodeFixes;

/// <summary><c>Guid Id { get; set; }</c> gets <c>= Guid.CreateVersion7();</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class InitialiseKey() : Fix<PropertyDeclarationSyntax>(Diagnostics.GuidKeyNotSet, "Initialise the key")
{
    /// <inheritdoc />
    protected override SyntaxNode Fixed(PropertyDeclarationSyntax node) =>
        node.WithoutTrailingTrivia()
            .WithInitializer(
                SyntaxFactory.EqualsValueClause(
                    SyntaxFactory
                        .Token(SyntaxKind.EqualsToken)
                        .WithLeadingTrivia(SyntaxFactory.Space)
                        .WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.ParseExpression($"{node.Type.WithoutTrivia()}.CreateVersion7()")
                )
            )
            .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(node.GetTrailingTrivia());
}
