using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Retort.Architecture.Tests;

/// <summary>Rules that hold for every source file.</summary>
public sealed class SourceTests
{
    [Fact]
    public void A_file_tells_one_story() =>
        Assert.Equal(
            [],
            Repository.SourcesIn("src").Where(file => File.ReadLines(file).Count() > 400).Select(Relative)
        );

    [Fact]
    public void Only_the_tool_and_echo_print() =>
        Assert.Equal(
            [],
            Repository
                .SourcesIn("src")
                .Where(file => !Relative(file).StartsWith("src/Retort.Tool/", StringComparison.Ordinal))
                .Where(file => Relative(file) != "src/Retort/Engine/Echo.cs")
                .Where(file => Mentions(file, "Console."))
                .Select(Relative)
        );

    [Theory]
    [InlineData("src/Retort", "src/Retort/Engine/UnknownScheme.cs")] // names the package to add
    [InlineData("src/Retort.Migrations", "src/Retort.Migrations/Scripts/")] // what init writes for a first project
    public void A_database_is_named_only_in_its_project(string folder, string except)
    {
        string[] databases = ["sqlite", "postgres", "npgsql", "mysql", "mariadb"];
        var naming = Repository
            .SourcesIn(folder.Split('/'))
            .Select(Relative)
            .Where(file => except.Length == 0 || !file.StartsWith(except, StringComparison.Ordinal))
            .Where(file => databases.Any(name => CodeOf(file).Contains(name, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal([], naming);
    }

    [Fact]
    public void The_clock_is_a_TimeProvider() =>
        Assert.Equal(
            [],
            Repository
                .SourcesIn("src")
                .Where(file =>
                    new[] { "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow" }.Any(
                        use => Mentions(file, use)
                    )
                )
                .Select(Relative)
        );

    [Fact]
    public void Nothing_is_suppressed_and_nothing_is_left_undone() =>
        Assert.Equal(
            [],
            Repository
                .SourcesIn("src")
                .Where(file =>
                    new[]
                    {
                        "# pragma warning disable",
                        "SuppressMessage (",
                        "NotImplementedException",
                        "# region",
                    }.Any(use => TokensOf(file).Contains(use, StringComparison.Ordinal))
                )
                .Select(Relative)
        );

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    private static bool Mentions(string file, string text) => CodeOf(file).Contains(text, StringComparison.Ordinal);

    /// <summary>What the file says to the compiler, directives too: not its comments, and not the code that it writes as text.</summary>
    private static string TokensOf(string file) =>
        string.Join(
            ' ',
            CSharpSyntaxTree
                .ParseText(File.ReadAllText(file))
                .GetRoot()
                .DescendantTokens(descendIntoTrivia: true)
                .Where(token => !token.IsKind(SyntaxKind.StringLiteralToken))
                .Select(token => token.Text)
        );

    /// <summary>The file without comments.</summary>
    private static string CodeOf(string file) =>
        string.Join('\n', File.ReadLines(Repository.PathOf(file)).Select(line => line.Split("//")[0]));
}
