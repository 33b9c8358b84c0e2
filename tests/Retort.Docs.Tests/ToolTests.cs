using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Retort.Docs.Tests.Pages;

namespace Retort.Docs.Tests;

/// <summary>The page of the tool has each command, option and exit code, as its sources define them.</summary>
public sealed class ToolTests
{
    private static readonly Page Cli = new("docs/cli.md");

    [Fact]
    [Row("M4.tables")]
    public void Each_command_has_a_heading() =>
        Assert.Equal(
            Commands().Select(command => command.Name).Order(StringComparer.Ordinal),
            Cli.Lines.Where(line => line.StartsWith("### retort ", StringComparison.Ordinal))
                .Select(line => line["### retort ".Length..])
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    [Row("M4.tables")]
    public void Each_option_of_a_command_is_in_its_table() =>
        Assert.Equal(
            Commands().SelectMany(command => Options(command.Root).Select(option => $"{command.Name} {option}")),
            Commands()
                .SelectMany(command => Told($"retort {command.Name}").Select(option => $"{command.Name} {option}"))
        );

    [Fact]
    [Row("M4.tables")]
    public void Each_option_of_every_command_is_in_the_table() =>
        Assert.Equal(
            [.. Options(Parse("CommandLine", "GlobalOptions.cs")), "--help -h"],
            Told("Options of every command")
        );

    [Fact]
    [Row("M4.tables")]
    public void Each_exit_code_is_in_the_table() =>
        Assert.Equal(
            Parse("Output", "ExitCode.cs")
                .DescendantNodes()
                .OfType<VariableDeclaratorSyntax>()
                .Where(code => code.Identifier.Text is not ("Stale" or "Written")) // never leaves the tool
                .Select(code => code.Initializer!.Value.ToString()),
            Cli.Table("Exit codes").Select(row => row[0])
        );

    private static IReadOnlyList<(string Name, SyntaxNode Root)> Commands() =>
        [
            .. from file in Repository.SourcesIn("src", "Retort.Tool", "Commands")
            let root = CSharpSyntaxTree.ParseText(File.ReadAllText(file), PageSource.Options).GetRoot()
            from property in root.DescendantNodes().OfType<PropertyDeclarationSyntax>()
            where property.Identifier.Text == "Name"
            select (Text(property.ExpressionBody!.Expression), root),
        ];

    /// <summary>The names in <c>new Option&lt;T&gt;("--message", "-m")</c>.</summary>
    private static IEnumerable<string> Options(SyntaxNode root) =>
        root.DescendantNodes()
            .OfType<ObjectCreationExpressionSyntax>()
            .Where(creation => creation.Type is GenericNameSyntax { Identifier.Text: "Option" })
            .Select(creation =>
                string.Join(' ', creation.ArgumentList!.Arguments.Select(argument => Text(argument.Expression)))
            );

    /// <summary>The options in the first column of a table, the long name first: <c>`-m`, `--message TEXT`</c>.</summary>
    private static IEnumerable<string> Told(string heading) =>
        Cli.Table(heading)
            .Select(row =>
                string.Join(
                    ' ',
                    row[0]
                        .Split(", ")
                        .Select(name => name.Trim('`').Split(' ')[0])
                        .OrderByDescending(name => name.Length)
                )
            );

    private static SyntaxNode Parse(params string[] path) =>
        CSharpSyntaxTree
            .ParseText(File.ReadAllText(Repository.PathOf(["src", "Retort.Tool", .. path])), PageSource.Options)
            .GetRoot();

    /// <summary>The value of a literal, of a constant of the file, or of a string with these in it.</summary>
    private static string Text(ExpressionSyntax expression) =>
        expression switch
        {
            LiteralExpressionSyntax literal => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax text => string.Concat(
                text.Contents.Select(part =>
                    part is InterpolationSyntax hole
                        ? Text(hole.Expression)
                        : ((InterpolatedStringTextSyntax)part).TextToken.ValueText
                )
            ),
            IdentifierNameSyntax name => Text(
                name.SyntaxTree.GetRoot()
                    .DescendantNodes()
                    .OfType<VariableDeclaratorSyntax>()
                    .Single(constant => constant.Identifier.Text == name.Identifier.Text)
                    .Initializer!.Value
            ),
            _ => throw new InvalidOperationException($"`{expression}` is no constant."),
        };
}
