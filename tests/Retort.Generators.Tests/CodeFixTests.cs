using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Retort.CodeFixes;

namespace Retort.Generators.Tests;

/// <summary>What the light bulb writes.</summary>
[Row("A13.code-fixes")]
public sealed class CodeFixTests
{
    private const string Key = "[Key] public Guid Id { get; set; } = Guid.CreateVersion7();";

    [Theory]
    [InlineData("[Table] public class Hero", "[Table] public partial class Hero")]
    [InlineData("[Table] public sealed class Hero", "[Table] public sealed partial class Hero")]
    [InlineData("/* my */ class Outer { } [Table] class Hero", "/* my */ class Outer { } [Table] partial class Hero")]
    public Task A_class_becomes_partial(string before, string after) =>
        FixAsync(new MakePartial(), $$"""{{before}} { {{Key}} }""", $$"""{{after}} { {{Key}} }""");

    [Fact]
    public Task A_class_around_a_model_becomes_partial() =>
        FixAsync(
            new MakePartial(),
            $$"""
            /// <summary>Outer.</summary>
            class Outer { [Table] internal partial class Hero { {{Key}} } }
            """,
            $$"""
            /// <summary>Outer.</summary>
            partial class Outer { [Table] internal partial class Hero { {{Key}} } }
            """
        );

    [Theory]
    [InlineData("h.Age is null", "h.Age == null")]
    [InlineData("h.Age is not null", "h.Age != null")]
    public Task A_pattern_becomes_a_comparison(string before, string after) =>
        FixAsync(new CompareWithNull(), Statement(before), Statement(after));

    [Fact]
    public Task A_key_gets_an_initialiser() =>
        FixAsync(
            new InitialiseKey(),
            """
            [Table] public partial class Hero
            {
                [Key]
                public Guid Id { get; set; } // the key
            }
            """,
            """
            [Table] public partial class Hero
            {
                [Key]
                public Guid Id { get; set; } = Guid.CreateVersion7(); // the key
            }
            """
        );

    private static string Statement(string condition) =>
        $$"""
            [Table] public partial class Hero { [Key] public int Id { get; set; } public int? Age { get; set; } }
            static class Program { static object Main(Hero.Columns h) => {{condition}}; }
            """;

    private static async Task FixAsync(CodeFixProvider fix, string before, string after)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var problem = Assert.Single(
            await TestProject.Of(before).Build().AnalyzeAsync(),
            each => fix.FixableDiagnosticIds.Contains(each.Id)
        );
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("App", LanguageNames.CSharp).AddDocument("File0.cs", before);
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(
            new CodeFixContext(
                document,
                problem.Location.SourceSpan,
                [problem],
                (action, _) => actions.Add(action),
                cancellation
            )
        );
        var operations = await Assert.Single(actions).GetOperationsAsync(cancellation);
        var changed = Assert.IsType<ApplyChangesOperation>(Assert.Single(operations)).ChangedSolution;
        var text = await changed.GetDocument(document.Id)!.GetTextAsync(cancellation);
        Assert.Equal(after, text.ToString());
    }
}
