using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Retort.Generators.Tests;

/// <summary>A user's project in memory: sources in, generated sources, diagnostics and a running assembly out.</summary>
internal sealed record TestProject
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using System.Text.Json.Nodes;
        global using Retort;
        global using static Retort.Sql;
        """;

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Append(typeof(Table).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The package for revisions, which a project may reference.</summary>
    public static MetadataReference Migrations { get; } =
        MetadataReference.CreateFromFile(typeof(Migrations.Migration).Assembly.Location);

    public string Name { get; init; } = "App";

    public ImmutableArray<string> Sources { get; init; } = [];

    public LanguageVersion Language { get; init; } = (LanguageVersion)1400;

    public NullableContextOptions Nullable { get; init; } = NullableContextOptions.Enable;

    public bool ImplicitUsings { get; init; } = true;

    public string RootNamespace { get; init; } = "App";

    public bool IsTrimmed { get; init; }

    public ImmutableArray<MetadataReference> References { get; init; } = [];

    public static TestProject Of(params string[] sources) => new() { Sources = [.. sources] };

    /// <summary>Compiles without generated code.</summary>
    public CSharpCompilation Compile() =>
        CSharpCompilation.Create(
            Name,
            Sources
                .Concat(ImplicitUsings ? [Usings] : [])
                .Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"folder/File{i}.cs")),
            [.. Framework, .. References],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: Nullable)
        );

    public CSharpParseOptions ParseOptions => new(Language, DocumentationMode.Diagnose);

    /// <summary>A driver that remembers the steps of the generator.</summary>
    public GeneratorDriver Driver =>
        CSharpGeneratorDriver.Create(
            [new RetortGenerator().AsSourceGenerator()],
            parseOptions: ParseOptions,
            optionsProvider: new ProjectOptions(this),
            driverOptions: new GeneratorDriverOptions(
                IncrementalGeneratorOutputKind.None,
                trackIncrementalGeneratorSteps: true
            )
        );

    /// <summary>The project with its generated sources.</summary>
    public BuiltProject Build()
    {
        Driver.RunGeneratorsAndUpdateCompilation(Compile(), out var compilation, out var problems);
        Assert.Empty(problems);
        return new BuiltProject((CSharpCompilation)compilation, new ProjectOptions(this));
    }

    /// <summary>This project as a reference of another.</summary>
    public MetadataReference AsReference() => MetadataReference.CreateFromImage(Build().Image());

    private sealed class ProjectOptions(TestProject project) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(project);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Options(TestProject project) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            var known = key switch
            {
                "build_property.RootNamespace" => project.RootNamespace,
                "build_property.PublishTrimmed" => project.IsTrimmed ? "true" : "false",
                _ => null,
            };
            value = known ?? "";
            return known is not null;
        }
    }
}

/// <summary>A project after generation.</summary>
internal sealed class BuiltProject(CSharpCompilation compilation, AnalyzerConfigOptionsProvider options)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        new ModelAnalyzer(),
        new StatementAnalyzer(),
        new RevisionAnalyzer(),
        new EnvironmentAnalyzer(),
    ];

    /// <summary>Generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Generated { get; } =
        compilation
            .SyntaxTrees.Where(IsGenerated)
            .ToDictionary(tree => Path.GetFileName(tree.FilePath), tree => tree.GetText().ToString());

    /// <summary>What the compiler says, that users' code has no documentation left out.</summary>
    public IReadOnlyList<Diagnostic> CompilerMessages { get; } =
    [
        .. compilation
            .GetDiagnostics()
            .Where(message => message.Severity >= DiagnosticSeverity.Warning)
            .Where(message => message.Id != "CS1591" || IsGenerated(message.Location.SourceTree!)),
    ];

    /// <summary>What the analyzers say, in order of place.</summary>
    public async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync() =>
        [
            .. (
                await compilation
                    .WithAnalyzers(Analyzers, new AnalyzerOptions([], options))
                    .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken)
            ).OrderBy(message => message.Location.SourceSpan.Start),
        ];

    /// <summary>No warning and no error, of the compiler or of an analyzer.</summary>
    public async Task<BuiltProject> ShouldBuildAsync()
    {
        Assert.Empty(CompilerMessages);
        Assert.DoesNotContain(await AnalyzeAsync(), message => message.Severity >= DiagnosticSeverity.Warning);
        return this;
    }

    /// <summary>The one message of an analyzer, with the text that the source has at its place.</summary>
    public async Task<string> ShouldReportAsync(string id, string at)
    {
        var message = Assert.Single(await AnalyzeAsync());
        Assert.Equal(id, message.Id);
        Assert.Equal(
            at,
            message
                .Location.SourceTree?.ToString()
                .Substring(message.Location.SourceSpan.Start, message.Location.SourceSpan.Length)
                ?? ""
        );
        return message.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    public byte[] Image()
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>Loads the assembly, for others to find.</summary>
    public void Load()
    {
        var assembly = Assembly.Load(Image());
        AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) =>
            new AssemblyName(wanted.Name).Name == assembly.GetName().Name ? assembly : null;
    }

    /// <summary>Runs a static method without parameters.</summary>
    public object? Run(string type, string method) =>
        Assembly.Load(Image()).GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, null);

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);
}
