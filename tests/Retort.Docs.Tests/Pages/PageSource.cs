using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Retort.Docs.Tests.Pages;

/// <summary>
/// What somebody has in a project who has typed the blocks of a page up to some block. The rules:
/// <list type="bullet">
/// <item>A block holds usings, types and statements, in any order. Usings count for the rest of the page.</item>
/// <item>Statements run in order. A block sees the variables of those before it, and may declare them anew.</item>
/// <item>A type that is declared again takes the place of the one before.</item>
/// <item>A block with a namespace is a file of its own, with its own usings.</item>
/// </list>
/// </summary>
internal sealed record PageSource
{
    /// <summary>What the SDK adds to a project with implicit usings.</summary>
    private static readonly string[] ImplicitUsings =
    [
        "using System;",
        "using System.Collections.Generic;",
        "using System.IO;",
        "using System.Linq;",
        "using System.Net.Http;",
        "using System.Threading;",
        "using System.Threading.Tasks;",
    ];

    public static CSharpParseOptions Options { get; } = new((LanguageVersion)1400, DocumentationMode.Parse);

    private IReadOnlyList<string> Usings { get; init; } = ImplicitUsings;

    private Dictionary<string, string> Types { get; init; } = [];

    private IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>The projects that the reader has had, in order: one each time before a type is declared anew, and the last.</summary>
    public static IReadOnlyList<PageSource> Of(Page page)
    {
        var states = new List<PageSource>();
        var state = new PageSource();
        foreach (var block in page.Blocks("csharp"))
        {
            var next = state.With(block, out var replaces);
            if (replaces)
                states.Add(state);
            state = next;
        }
        states.Add(state);
        return states;
    }

    /// <summary>The project of a single block.</summary>
    public static PageSource Of(Block block) => new PageSource().With(block, out _);

    /// <summary>The files.</summary>
    public IEnumerable<SyntaxTree> Trees() =>
        Types
            .Values.Append(string.Concat(Usings.Select(each => $"global {each}\n")))
            .Append(Program())
            .Select((text, i) => CSharpSyntaxTree.ParseText(text, Options, $"File{i}.cs", Encoding.UTF8));

    private PageSource With(Block block, out bool replaces)
    {
        var root = CSharpSyntaxTree.ParseText(block.Text, Options).GetCompilationUnitRoot();
        var isFile = root.Members.Any(member => member is BaseNamespaceDeclarationSyntax);
        var added = isFile ? [(NameIn(root, block), (SyntaxNode)root)] : TypesOf(root, block).ToList();
        var types = new Dictionary<string, string>(Types);
        foreach (var (name, type) in added)
            types[name] = Mapped(type, block);
        replaces = added.Any(type => Types.ContainsKey(type.Name));
        return isFile
            ? this with
            {
                Types = types,
            }
            : this with
            {
                Usings = [.. Usings.Union(root.Usings.Select(each => each.ToString()))],
                Types = types,
                Statements = [.. Statements, StatementsOf(root, block)],
            };
    }

    private static IEnumerable<(string Name, SyntaxNode Type)> TypesOf(CompilationUnitSyntax root, Block block) =>
        root
            .Members.Where(member => member is not GlobalStatementSyntax)
            .Select(member => (NameIn(member, block), (SyntaxNode)member));

    private static string NameIn(SyntaxNode node, Block block) =>
        node.DescendantNodesAndSelf().OfType<BaseTypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text
        ?? throw new InvalidOperationException($"{block.Page}:{block.Line}: `{node}` stands outside a class.");

    private static string StatementsOf(CompilationUnitSyntax root, Block block) =>
        string.Concat(root.Members.OfType<GlobalStatementSyntax>().Select(each => Mapped(each, block)));

    /// <summary>The text, of which the compiler speaks by the page's lines.</summary>
    private static string Mapped(SyntaxNode node, Block block)
    {
        var line = block.Line + node.GetLocation().GetLineSpan().StartLinePosition.Line;
        return $"\n#line {line} \"{block.Page}\"\n{node}\n#line hidden\n";
    }

    /// <summary>Each block is a function within the one before: it sees what is there, and may use its names again.</summary>
    private string Program()
    {
        var text = new StringBuilder("internal static class Page\n{\n    public static async Task RunAsync()\n    {\n");
        for (var i = 0; i < Statements.Count; i++)
            text.Append(Statements[i]).Append($"await Block{i}Async();\nasync Task Block{i}Async()\n{{\n");
        return text.Append("await Task.CompletedTask;\n").Append(new string('}', Statements.Count + 2)).ToString();
    }
}
