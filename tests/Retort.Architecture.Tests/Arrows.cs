using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Retort.Architecture.Tests;

/// <summary>Who uses whom, by the compiler's own understanding of the sources.</summary>
internal static class Arrows
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Uses of a type in a folder by a folder that may not, one line each: <c>file: Type of Folder</c>.</summary>
    public static IReadOnlyList<string> Against(IReadOnlyDictionary<string, string[]> allowed, params string[] project)
    {
        var root = Repository.PathOf(project);
        var compilation = Compile(root);
        return
        [
            .. compilation
                .SyntaxTrees.Where(tree => tree.FilePath.Length > 0)
                .SelectMany(tree => Uses(compilation.GetSemanticModel(tree), root))
                .Where(use => use.From != use.To && use.From.Length > 0 && use.To.Length > 0)
                .Where(use => !allowed.TryGetValue(use.From, out var below) || !below.Contains(use.To))
                .Select(use => $"{use.File}: {use.Type} of {use.To}")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static CSharpCompilation Compile(string root)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var trees = Repository
            .SourcesIn(Path.GetRelativePath(Repository.Root, root))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file))
            .Append(CSharpSyntaxTree.ParseText(GlobalUsings, options));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Retort", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        return CSharpCompilation.Create(
            "layers",
            trees,
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
    }

    private static IEnumerable<Use> Uses(SemanticModel model, string root)
    {
        var file = model.SyntaxTree.FilePath;
        foreach (var name in model.SyntaxTree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            if (model.GetSymbolInfo(name).Symbol is { } symbol && Declared(symbol) is { } type)
                foreach (var place in type.DeclaringSyntaxReferences)
                    yield return new Use(
                        Path.GetRelativePath(root, file),
                        Folder(file, root),
                        type.Name,
                        Folder(place.SyntaxTree.FilePath, root)
                    );
    }

    private static ITypeSymbol? Declared(ISymbol symbol) =>
        symbol switch
        {
            INamedTypeSymbol type => type.OriginalDefinition,
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol
                .ContainingType
                ?.OriginalDefinition,
            _ => null,
        };

    /// <summary>The first folder below the project; empty for files beside the project.</summary>
    private static string Folder(string file, string root)
    {
        var parts = Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : "";
    }

    private sealed record Use(string File, string From, string Type, string To);
}
