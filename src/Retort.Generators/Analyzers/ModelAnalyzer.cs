using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Retort.Generators;

/// <summary>Says what is wrong with table models: it runs the generator's own parser and listens.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The properties of a project that is trimmed, or is to be usable by one that is.</summary>
    private static readonly string[] TrimmingProperties =
    [
        "PublishTrimmed",
        "PublishAot",
        "IsTrimmable",
        "IsAotCompatible",
    ];

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Diagnostics.OfModels];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(Names.Table) is null)
            return;
        var models = new ConcurrentBag<INamedTypeSymbol>();
        var language = (context.Compilation as CSharpCompilation)?.LanguageVersion ?? LanguageVersion.Default;
        var isTrimmed = IsTrimmed(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        var isSupported = LanguageRule.IsSupported(language);
        context.RegisterSymbolAction(
            each =>
            {
                if (each.Symbol is not INamedTypeSymbol model || !model.Has(Names.Table))
                    return;
                models.Add(model);
                if (isSupported)
                    TableParser.Parse(
                        model,
                        each.Compilation,
                        new Reporter(each.ReportDiagnostic) { IsTrimmed = isTrimmed }
                    );
            },
            SymbolKind.NamedType
        );
        context.RegisterCompilationEndAction(end =>
        {
            if (models.IsEmpty)
                return;
            if (!isSupported)
            {
                end.ReportDiagnostic(
                    Diagnostic.Create(Diagnostics.LanguageVersion, Location.None, language.ToDisplayString())
                );
                return;
            }
            ReportDuplicates(models, new Reporter(end.ReportDiagnostic));
            ReportSameRegistry(end);
            NamingParser.Check(end.Compilation.Assembly, end.ReportDiagnostic);
        });
    }

    private static bool IsTrimmed(AnalyzerConfigOptions options) =>
        TrimmingProperties.Any(property =>
            options.TryGetValue($"build_property.{property}", out var value)
            && value.Equals("true", StringComparison.OrdinalIgnoreCase)
        );

    private static void ReportSameRegistry(CompilationAnalysisContext context)
    {
        var project = ProjectParser.Parse(
            context.Options.AnalyzerConfigOptionsProvider.GlobalOptions,
            context.Compilation.AssemblyName
        );
        if (ReferenceParser.Parse(context.Compilation).Tables.Contains(project.Tables))
            context.ReportDiagnostic(
                Diagnostic.Create(Diagnostics.SameRootNamespace, Location.None, project.Tables.Replace("global::", ""))
            );
    }

    private static void ReportDuplicates(IEnumerable<INamedTypeSymbol> models, Reporter reporter)
    {
        var tables = models
            .OrderBy(model => model.GlobalName(), StringComparer.Ordinal)
            .GroupBy(FullName, StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        foreach (var other in table.Skip(1))
            reporter.Report(
                Diagnostics.DuplicateTable,
                other,
                table.First().ToDisplayString(),
                other.ToDisplayString(),
                FullName(other)
            );
    }

    private static string FullName(INamedTypeSymbol model)
    {
        var (table, schema) = TableParser.NameOf(model);
        return schema is null ? table : $"{schema}.{table}";
    }
}
