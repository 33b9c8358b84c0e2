using System.Text.RegularExpressions;

namespace Retort.Architecture.Tests;

/// <summary><c>docs/features.md</c> lists what holds; each of its rows has a test and a page, and no test proves a row that is not listed.</summary>
public sealed partial class FeatureTests
{
    [Fact]
    public void Every_feature_has_a_test() =>
        Assert.Equal([], Features().Select(feature => feature.Id).Except(Proven()));

    [Fact]
    public void Every_row_that_a_test_names_is_a_feature() =>
        Assert.Equal([], Proven().Except(Features().Select(feature => feature.Id)));

    [Fact]
    public void Every_feature_has_a_page() =>
        Assert.Equal(
            [],
            Features()
                .Where(feature => !File.Exists(Repository.PathOf("docs", feature.Page)))
                .Select(feature => feature.Id)
        );

    [Fact]
    public void A_feature_is_listed_once() =>
        Assert.Equal(
            [],
            Features().GroupBy(feature => feature.Id).Where(group => group.Count() > 1).Select(group => group.Key)
        );

    private static IReadOnlyList<Feature> Features() =>
        [
            .. File.ReadLines(Repository.PathOf("docs", "features.md"))
                .Select(line => FeatureLine().Match(line))
                .Where(match => match.Success)
                .Select(match => new Feature(match.Groups["id"].Value, match.Groups["page"].Value)),
        ];

    private static IReadOnlyCollection<string> Proven() =>
        [
            .. Repository
                .SourcesIn("tests")
                .SelectMany(file => RowUse().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["id"].Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    [GeneratedRegex(@"^\| (?<id>[A-N]\d+\.[a-z0-9-]+) \|[^|]+\| \[[^]]+\]\((?<page>[^)#]+)(#[^)]*)?\) \|$")]
    private static partial Regex FeatureLine();

    [GeneratedRegex(@"[\[,]\s*Row\(""(?<id>[^""]+)""\)")]
    private static partial Regex RowUse();

    private sealed record Feature(string Id, string Page);
}
