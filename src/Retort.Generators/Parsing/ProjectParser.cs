using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Retort.Generators;

/// <summary>What the project file says.</summary>
internal static class ProjectParser
{
    public static ProjectModel Parse(AnalyzerConfigOptions options, string? assembly) =>
        new(
            Namespace(options.TryGetValue("build_property.RootNamespace", out var root) ? root : assembly ?? ""),
            Namespace(assembly ?? "")
        );

    /// <summary>A name that may be no namespace (<c>my-app</c>) as one (<c>my_app</c>).</summary>
    private static string Namespace(string name) =>
        string.Join(".", name.Split('.').Where(part => part.Length > 0).Select(part => Identifier(part).Escaped()));

    private static string Identifier(string text)
    {
        var name = string.Concat(text.Select(letter => SyntaxFacts.IsIdentifierPartCharacter(letter) ? letter : '_'));
        return SyntaxFacts.IsIdentifierStartCharacter(name[0]) ? name : "_" + name;
    }
}
