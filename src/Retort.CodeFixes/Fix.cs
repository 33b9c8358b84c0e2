using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Retort.CodeFixes;

/// <summary>A fix that replaces one node by another.</summary>
public abstract class Fix<T> : CodeFixProvider
    where T : SyntaxNode
{
    private protected Fix(DiagnosticDescriptor rule, string title) =>
        (FixableDiagnosticIds, Title) = ([rule.Id], title);

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    private string Title { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>() is not { } node)
            return;
        context.RegisterCodeFix(
            CodeAction.Create(
                Title,
                _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(node, Fixed(node)))),
                equivalenceKey: Title
            ),
            context.Diagnostics
        );
    }

    /// <summary>What stands in the node's place.</summary>
    protected abstract SyntaxNode Fixed(T node);
}
