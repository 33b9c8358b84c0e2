using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Retort.Docs.Tests.Pages;
using Retort.Generators;

namespace Retort.Docs.Tests;

/// <summary>The tables of codes list those that exist, and no others.</summary>
public sealed partial class CodeTableTests
{
    [Fact]
    [Row("M4.tables")]
    public void The_table_of_diagnostics_lists_each_with_its_severity_and_title() =>
        Assert.Equal(
            new DiagnosticAnalyzer[]
            {
                new ModelAnalyzer(),
                new StatementAnalyzer(),
                new RevisionAnalyzer(),
                new EnvironmentAnalyzer(),
            }
                .SelectMany(analyzer => analyzer.SupportedDiagnostics)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal)
                .Select(rule => $"{rule.Id} {Severity(rule)} {rule.Title}"),
            new Page("docs/models.md").Table("Diagnostics").Select(row => string.Join(' ', row))
        );

    [Fact]
    [Row("M4.tables")]
    public void The_page_of_errors_lists_each_code_that_is_thrown_once() =>
        Assert.Equal(Thrown(), Listed().Order(StringComparer.Ordinal));

    [Fact]
    [Row("M4.tables")]
    public void A_code_has_one_meaning() =>
        Assert.Equal(
            [],
            Sources()
                .SelectMany(file => Codes(file).Distinct())
                .GroupBy(code => code)
                .Where(files => files.Count() > 1)
                .Select(files => files.Key)
        );

    private static IEnumerable<string> Listed() =>
        new Page("docs/errors.md")
            .Lines.Select(line => ListedCode().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["code"].Value);

    private static IEnumerable<string> Thrown() => Sources().SelectMany(Codes).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Sources() =>
        Repository.SourcesIn("src").Where(file => !file.Contains("Retort.Generators", StringComparison.Ordinal));

    private static IEnumerable<string> Codes(string file) =>
        ThrownCode().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value);

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity.ToString().ToLowerInvariant();

    [GeneratedRegex("\"(?<code>RT\\d{4})\"")]
    private static partial Regex ThrownCode();

    [GeneratedRegex(@"^\| (?<code>RT\d{4}) \|")]
    private static partial Regex ListedCode();
}
