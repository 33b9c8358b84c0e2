using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Retort.Generators;

/// <summary>
/// Generates the second part of each table model, the class <c>Tables</c>, and the registrations of an application.
/// Parsing makes values of symbols, emitting makes text of values; each step has a name and is cached.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RetortGenerator : IIncrementalGenerator
{
    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isSupported = context
            .ParseOptionsProvider.Select(static (options, _) => LanguageRule.IsSupported(options))
            .WithTrackingName(Steps.Language);
        var tables = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                Names.Table,
                static (node, _) => node is ClassDeclarationSyntax,
                static (each, _) =>
                    TableParser.Parse(
                        (INamedTypeSymbol)each.TargetSymbol,
                        each.SemanticModel.Compilation,
                        Reporter.Silent
                    )
            )
            .WhereNotNull()
            .When(isSupported)
            .WithTrackingName(Steps.Tables);
        var project = context
            .AnalyzerConfigOptionsProvider.Combine(
                context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName)
            )
            .Select(static (each, _) => ProjectParser.Parse(each.Left.GlobalOptions, each.Right))
            .WithTrackingName(Steps.Project);
        var references = context
            .CompilationProvider.Select(static (compilation, _) => ReferenceParser.Parse(compilation))
            .WithTrackingName(Steps.References);
        var registry = tables
            .Select(static (table, _) => TableEntry.Of(table))
            .Collect()
            .Combine(project.Combine(references))
            .Select(static (each, _) => RegistryModel.Of(each.Right.Left, each.Left, each.Right.Right))
            .WithTrackingName(Steps.Registry);

        context.RegisterSourceOutput(
            tables,
            static (output, table) => output.AddSource(table.FileName, TableEmitter.Emit(table))
        );
        context.RegisterSourceOutput(
            registry.Combine(isSupported),
            static (output, each) =>
            {
                if (each.Right)
                    output.AddSource("Tables.g.cs", RegistryEmitter.Emit(each.Left));
            }
        );
        context.RegisterSourceOutput(
            references,
            static (output, references) =>
            {
                if (RegistrationEmitter.Emit(references) is { } code)
                    output.AddSource("Registration.g.cs", code);
            }
        );
    }
}
