using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Migrations.Tests.Scripts;

/// <summary>Asks the compiler about text that Retort writes.</summary>
internal static class Compilation
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    /// <summary>The text is C#, its documentation comments included.</summary>
    public static void Parses(string text) =>
        Assert.Empty(CSharpSyntaxTree.ParseText(text, Options).GetDiagnostics(TestContext.Current.CancellationToken));
}
