using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Retort.Generators;

namespace Retort.CodeFixes;

/// <summary><c>h.Age is null</c> becomes <c>h.Age == null</c>, and <c>is not null</c> <c>!= null</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class CompareWithNull() : Fix<IsPatternExpressionSyntax>(Diagnostics.SqlInPattern, "Compare with ==")
{
    /// <inheritdoc />
    protected override SyntaxNode Fixed(IsPatternExpressionSyntax node)
    {
        var (kind, value) = node.Pattern switch
        {
            ConstantPatternSyntax constant => (SyntaxKind.EqualsExpression, constant.Expression),
            UnaryPatternSyntax { Pattern: ConstantPatternSyntax constant } => (
                SyntaxKind.NotEqualsExpression,
                constant.Expression
            ),
            _ => (SyntaxKind.None, null),
        };
        return value is null
            ? node
            : SyntaxFactory
                .BinaryExpression(kind, node.Expression.WithoutTrailingTrivia(), value)
                .NormalizeWhitespace()
                .WithTriviaFrom(node);
    }
}
