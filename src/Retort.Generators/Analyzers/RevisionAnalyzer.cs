using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Retort.Generators;

/// <summary>
/// Says what is wrong with the version history, at the revision that is wrong, while it is written: the history is read once for each
/// state of the project, together with the revisions of the projects that this one references.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RevisionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Diagnostics.OfRevisions];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Names.Migration) is null)
                return;
            var histories = new Lazy<Dictionary<string, RevisionHistory>>(() =>
                RevisionHistory.Read(start.Compilation)
            );
            start.RegisterSymbolAction(
                each =>
                {
                    if (RevisionDeclaration.Of((INamedTypeSymbol)each.Symbol) is not { } revision)
                        return;
                    var checks = new RevisionChecks(histories.Value[revision.Section ?? ""]);
                    foreach (var problem in checks.Problems(revision))
                        each.ReportDiagnostic(problem);
                },
                SymbolKind.NamedType
            );
        });
    }
}
