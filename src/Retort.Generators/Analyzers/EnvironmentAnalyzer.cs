using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Retort.Generators;

/// <summary>Says where a project has an environment class that cannot be made, or two for one section, of which none could be chosen.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EnvironmentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [Diagnostics.SeveralEnvironments, Diagnostics.EnvironmentNotMade];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            var found = new ConcurrentBag<INamedTypeSymbol>();
            start.RegisterSymbolAction(
                each =>
                {
                    var type = (INamedTypeSymbol)each.Symbol;
                    if (RevisionParser.ParseEnvironment(type) is not null)
                        found.Add(type);
                    else if (RevisionParser.ObstacleOfEnvironment(type) is { } obstacle)
                        each.ReportDiagnostic(
                            Diagnostic.Create(Diagnostics.EnvironmentNotMade, type.Locations[0], type.Name, obstacle)
                        );
                },
                SymbolKind.NamedType
            );
            start.RegisterCompilationEndAction(end =>
            {
                foreach (var problem in Problems(found))
                    end.ReportDiagnostic(problem);
            });
        });
    }

    private static IEnumerable<Diagnostic> Problems(IEnumerable<INamedTypeSymbol> environments) =>
        from section in environments.GroupBy(RevisionParser.SectionOf)
        let sorted = section.OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal).ToList()
        from later in sorted.Skip(1)
        select Diagnostic.Create(
            Diagnostics.SeveralEnvironments,
            later.Locations[0],
            sorted[0].Name,
            later.Name,
            section.Key is { } name ? $"for [Section(\"{name}\")]" : "without [Section]"
        );
}
