using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Retort.Generators;

namespace Retort.Docs.Tests.Pages;

/// <summary>A page's sources as a project: with the generator, its analyzers, and warnings as errors.</summary>
internal sealed class PageProject(PageSource source)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        new ModelAnalyzer(),
        new StatementAnalyzer(),
    ];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path =>
                Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
                || Path.GetFileName(path)
                    is "Retort.dll"
                        or "Retort.Sqlite.dll"
                        or "Retort.PostgreSql.dll"
                        or "Retort.Migrations.dll"
                || Path.GetFileName(path).StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal)
            )
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private CSharpCompilation Compilation
    {
        get
        {
            if (field is null)
            {
                CSharpGeneratorDriver
                    .Create([new RetortGenerator().AsSourceGenerator()], parseOptions: PageSource.Options)
                    .RunGeneratorsAndUpdateCompilation(Compile(), out var generated, out _);
                field = (CSharpCompilation)generated;
            }
            return field;
        }
    }

    /// <summary>What the compiler and the analyzers have to say, hints left out.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken cancellationToken) =>
        [
            .. (await Compilation.WithAnalyzers(Analyzers).GetAllDiagnosticsAsync(cancellationToken))
                .Where(problem => problem.Severity >= DiagnosticSeverity.Warning)
                .Select(problem => $"{problem.Location.GetMappedLineSpan()}: {problem.Id} {problem.GetMessage()}")
                .Distinct(),
        ];

    /// <summary>The assembly.</summary>
    public byte[] Emit(CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        var result = Compilation.Emit(image, cancellationToken: cancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    private CSharpCompilation Compile() =>
        CSharpCompilation.Create(
            "App",
            source.Trees(),
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
}
