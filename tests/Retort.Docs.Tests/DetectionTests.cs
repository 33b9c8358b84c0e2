using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Retort.Docs.Tests.Pages;

namespace Retort.Docs.Tests;

/// <summary>The page of autogenerate has the words of each difference.</summary>
[Collection(nameof(CodeTests))]
public sealed class DetectionTests
{
    private static readonly Page Autogenerate = new("docs/autogenerate.md");

    [Fact]
    [Row("M4.tables")]
    public async Task The_words_of_the_table_are_those_of_a_comparison()
    {
        var program = new PageProject(PageSource.Of(Autogenerate)[^1]);
        Assert.Equal(Told(), await PageRun.RunAsync(program.Emit(TestContext.Current.CancellationToken)));
    }

    [Fact]
    [Row("M4.tables")]
    public void Each_wording_of_the_sources_is_in_the_table()
    {
        var wordings = Wordings().ToList();
        Assert.NotEmpty(wordings);
        Assert.Equal([], wordings.Where(wording => !Told().Any(told => Regex.IsMatch(told, wording))));
    }

    private static IEnumerable<string> Told() => Autogenerate.Table("What is detected").Select(row => row[1].Trim('`'));

    /// <summary>Strings with holes that begin a sentence, or that a comparer describes a thing with; as patterns.</summary>
    private static IEnumerable<string> Wordings() =>
        from file in Repository.SourcesIn("src", "Retort.Migrations", "Autogenerate")
        from text in CSharpSyntaxTree
            .ParseText(File.ReadAllText(file), PageSource.Options)
            .GetRoot()
            .DescendantNodes()
            .OfType<InterpolatedStringExpressionSyntax>()
        where
            file.Contains("Compare", StringComparison.Ordinal)
                && text.Parent is (LambdaExpressionSyntax or ArrowExpressionClauseSyntax)
            || Pattern(text).StartsWith("Detected", StringComparison.Ordinal)
        select Pattern(text);

    private static string Pattern(InterpolatedStringExpressionSyntax text) =>
        string.Concat(
            text.Contents.Select(part => part is InterpolatedStringTextSyntax ? Regex.Escape(part.ToString()) : ".*")
        );
}
