using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Retort.Docs.Tests.Pages;

namespace Retort.Docs.Tests;

/// <summary>The page of operations has each verb, with its parameters.</summary>
public sealed class OperationTests
{
    [Fact]
    [Row("M4.tables")]
    public void Each_verb_of_a_revision_is_told_with_its_parameters() =>
        Assert.Equal(
            Verbs().Order(StringComparer.Ordinal),
            new Page("docs/operations.md")
                .Blocks("text")
                .SelectMany(block => block.Text.Split('\n'))
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Verbs() =>
        from file in Repository.SourcesIn("src", "Retort.Migrations", "Operations")
        from block in CSharpSyntaxTree
            .ParseText(File.ReadAllText(file), PageSource.Options)
            .GetRoot()
            .DescendantNodes()
            .OfType<ExtensionBlockDeclarationSyntax>()
        from verb in block.Members.OfType<MethodDeclarationSyntax>()
        select $"{verb.Identifier}{verb.ParameterList.NormalizeWhitespace()}";
}
