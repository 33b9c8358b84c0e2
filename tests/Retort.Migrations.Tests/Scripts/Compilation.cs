using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Migrations.Tests.Scripts;

/// <summary>Asks the compiler about text that Retort writes.</summary>
internal static class Compilation
{
    /// <summary>What the SDK adds to a project with implicit usings.</summary>
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>What the generator adds to a project without models.</summary>
    private const string Tables = """
        global using global::HeroApp;
        namespace HeroApp;
        internal static class Tables { public static global::Retort.MetaData MetaData { get; } = new(); }
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly IReadOnlyList<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The text is C#, its documentation comments included.</summary>
    public static void Parses(string text) =>
        Assert.Empty(Parse(text).GetDiagnostics(TestContext.Current.CancellationToken));

    /// <summary>The text compiles in a project without any warning, hidden ones (an unused using) excepted.</summary>
    public static void Compiles(string text, bool implicitUsings, bool nullable)
    {
        var tree = Parse(text);
        var compilation = CSharpCompilation.Create(
            "HeroApp",
            [tree, Parse(Tables), Parse(implicitUsings ? ImplicitUsings : "")],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                warningLevel: int.MaxValue,
                nullableContextOptions: nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable
            )
        );
        Assert.Empty(
            compilation
                .GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(IsSeen)
                .Select(problem => problem.ToString())
        );

        bool IsSeen(Diagnostic problem) =>
            problem.Severity > DiagnosticSeverity.Info
            && (problem.Location.SourceTree == tree || problem.Severity is DiagnosticSeverity.Error);
    }

    /// <summary>An assembly of the texts, loaded.</summary>
    public static Assembly Load(IEnumerable<string> texts)
    {
        var compilation = CSharpCompilation.Create(
            $"Revisions{Guid.NewGuid():N}",
            texts.Select(Parse),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(each => each.Severity > DiagnosticSeverity.Info));
        return Assembly.Load(image.ToArray());
    }

    private static SyntaxTree Parse(string text) => CSharpSyntaxTree.ParseText(text, Options);
}
