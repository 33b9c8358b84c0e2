using System.Text.RegularExpressions;
using Retort.Docs.Tests.Pages;

namespace Retort.Docs.Tests;

/// <summary>Every page can be reached, and every link leads somewhere.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.Names];

    [Theory]
    [MemberData(nameof(Pages))]
    [Row("M4.links")]
    public void A_link_leads_to_a_file_and_to_a_heading_in_it(string page) =>
        Assert.Equal([], Links(page).Where(link => !Exists(link)).Select(link => link.Text));

    [Fact]
    [Row("M4.links")]
    public void Every_page_is_linked_from_the_index() =>
        Assert.Equal(
            Page.Names.Where(name => name.StartsWith("docs/", StringComparison.Ordinal)).Except(["docs/index.md"]),
            Links("docs/index.md").Select(link => link.File).Distinct().Order(StringComparer.Ordinal)
        );

    private static bool Exists(Link link) =>
        File.Exists(Repository.PathOf(link.File.Split('/')))
        && (link.Heading.Length == 0 || Headings(link.File).Contains(link.Heading));

    private static IEnumerable<Link> Links(string page) =>
        from line in new Page(page).Lines
        from match in Target().Matches(line)
        let parts = match.Groups["target"].Value.Split('#')
        where !parts[0].Contains("://", StringComparison.Ordinal)
        select new Link(
            match.Value,
            parts[0].Length == 0 ? page : Resolve(page, parts[0]),
            parts.ElementAtOrDefault(1) ?? ""
        );

    private static string Resolve(string page, string target) =>
        Path.GetRelativePath(
                Repository.Root,
                Path.GetFullPath(target, Path.GetDirectoryName(Repository.PathOf(page.Split('/')))!)
            )
            .Replace('\\', '/');

    /// <summary>The anchors of a page: a heading in lower case, blanks as hyphens, other punctuation gone.</summary>
    private static IEnumerable<string> Headings(string page) =>
        new Page(page)
            .Lines.Where(line => line.StartsWith('#'))
            .Select(line => NoAnchor().Replace(line.TrimStart('#', ' ').ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\[[^\]]+\]\((?<target>[^)]+)\)")]
    private static partial Regex Target();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();

    private sealed record Link(string Text, string File, string Heading);
}
