using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Takes what a parser finds wrong: the analyzer reports it, the generator does not listen.</summary>
internal sealed class Reporter(Action<Diagnostic>? report)
{
    /// <summary>Hears nothing.</summary>
    public static Reporter Silent { get; } = new(null);

    /// <summary>Whether the application is trimmed, so that reflection may not find what it looks for.</summary>
    public bool IsTrimmed { get; init; }

    public void Report(DiagnosticDescriptor problem, ISymbol where, params object[] arguments) =>
        report?.Invoke(Diagnostic.Create(problem, LocationOf(where), arguments));

    private static Location LocationOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;
}
