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
        var references = context
            .CompilationProvider.Select(static (compilation, _) => ReferenceParser.Parse(compilation))
            .WithTrackingName(Steps.References);

        var tables = Tables(context).When(isSupported).WithTrackingName(Steps.Tables);
        var registry = tables
            .Select(static (table, _) => TableEntry.Of(table))
            .Collect()
            .Combine(Project(context).Combine(references))
            .Select(static (each, _) => RegistryModel.Of(each.Right.Left, each.Left, each.Right.Right))
            .WithTrackingName(Steps.Registry);
        var registration = Revisions(context)
            .Collect()
            .Combine(Environments(context).Collect())
            .Combine(references)
            .Select(static (each, _) => RegistrationModel.Of(each.Right, each.Left.Left, each.Left.Right))
            .WithTrackingName(Steps.Registration);

        context.RegisterSourceOutput(
            tables,
            static (output, table) => output.AddSource(table.FileName, TableEmitter.Emit(table))
        );
        context.RegisterSourceOutput(
            registry.When(isSupported).Where(static registry => registry.IsNeeded),
            static (output, registry) => output.AddSource("Tables.g.cs", RegistryEmitter.Emit(registry))
        );
        context.RegisterSourceOutput(
            registration.Combine(Project(context)).When(isSupported).Where(static each => !each.Left.IsEmpty),
            static (output, each) =>
                output.AddSource("Registration.g.cs", RegistrationEmitter.Emit(each.Left, each.Right))
        );
    }

    private static IncrementalValuesProvider<TableModel> Tables(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.ForAttributeWithMetadataName(
                Names.Table,
                static (node, _) => node is TypeDeclarationSyntax,
                static (each, _) =>
                    TableParser.Parse(
                        (INamedTypeSymbol)each.TargetSymbol,
                        each.SemanticModel.Compilation,
                        Reporter.Silent
                    )
            )
            .WhereNotNull();

    private static IncrementalValueProvider<ProjectModel> Project(IncrementalGeneratorInitializationContext context) =>
        context
            .AnalyzerConfigOptionsProvider.Combine(
                context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName)
            )
            .Select(static (each, _) => ProjectParser.Parse(each.Left.GlobalOptions, each.Right))
            .WithTrackingName(Steps.Project);

    private static IncrementalValuesProvider<RevisionModel> Revisions(
        IncrementalGeneratorInitializationContext context
    ) =>
        context
            .SyntaxProvider.ForAttributeWithMetadataName(
                Names.Revision,
                static (node, _) => node is ClassDeclarationSyntax,
                static (each, _) =>
                    RevisionParser.Parse((INamedTypeSymbol)each.TargetSymbol, each.TargetNode.SyntaxTree)
            )
            .WhereNotNull()
            .WithTrackingName(Steps.Revisions);

    /// <summary>An environment has no attribute: it is found by the name of its base class.</summary>
    private static IncrementalValuesProvider<EnvironmentModel> Environments(
        IncrementalGeneratorInitializationContext context
    ) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(
                static (node, _) =>
                    node is ClassDeclarationSyntax { BaseList.Types: [{ Type: var type }, ..] }
                    && type.ToString().EndsWith("MigrationEnvironment", StringComparison.Ordinal),
                static (each, cancellation) =>
                    RevisionParser.ParseEnvironment(each.SemanticModel.GetDeclaredSymbol(each.Node, cancellation))
            )
            .WhereNotNull()
            .WithTrackingName(Steps.Environments);
}
