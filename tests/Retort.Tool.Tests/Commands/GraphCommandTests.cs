namespace Retort.Tool.Tests.Commands;

/// <summary><c>history</c>, <c>heads</c>, <c>branches</c> and <c>show</c>, which read the sources only.</summary>
public sealed class GraphCommandTests : IDisposable
{
    private readonly SourceFolder _sources = new(
        "a1 #app",
        "a2 < a1",
        "b1 < a2 #two",
        "c1 < a2 ~ l1",
        "m1 < b1 c1",
        "m2 < m1",
        "l1 #lib",
        "l2 < l1",
        "z1",
        "z2 < m2 ~ z1"
    );

    public void Dispose() => _sources.Dispose();

    [Fact, Row("G4.history")]
    public async Task History_has_a_line_for_each_revision_in_the_form_of_alembic() =>
        Assert.Equal(
            """
            l1 -> l2 (lib) (head), do l2
            m2 (z1) -> z2 (app, two) (head), do z2
            m1 -> m2 (app, two), do m2
            b1, c1 -> m1 (app, two) (mergepoint), do m1
            a2 -> b1 (app, two), do b1
            a2 (l1) -> c1 (app), do c1
            a1 -> a2 (app) (branchpoint), do a2
            <base> -> a1 (app), do a1
            <base> -> l1 (lib), do l1
            <base> -> z1 (effective head), do z1
            """,
            (await _sources.RunAsync("history")).Text
        );

    [Theory, Row("G4.range")]
    [InlineData("a2:m1", "m1 b1 c1 a2")]
    [InlineData("b1:m1", "m1 b1")]
    [InlineData(":b1", "b1 a2 a1")]
    [InlineData(":c1", "c1 a2 a1 l1")]
    [InlineData("m1:", "z2 m2 m1")]
    [InlineData("m1:heads", "z2 m2 m1")]
    [InlineData("lib:", "l2 l1")]
    [InlineData("a1:+1", "a2 a1")]
    [InlineData("-1:z2", "z2 m2")]
    [InlineData("two@-1:z2", "z2 m2")]
    [InlineData("z2-2:m2", "m2 m1")]
    [InlineData("base:a2", "a2 a1")]
    [InlineData("lib@base:l2", "l2 l1")]
    [InlineData("app@head-1:app@head", "z2 m2")]
    [InlineData("a2:two@+1", "b1 a2")]
    [InlineData("m1:m1", "m1")]
    public async Task A_range_has_both_ends(string range, string ids) =>
        Assert.Equal(ids, (await _sources.RunAsync("history", "-r", range)).Ids());

    [Theory, Row("G4.range")]
    [InlineData("b1", "RT0550")]
    [InlineData(":", "RT0550")]
    [InlineData("a:b:c", "RT0550")]
    [InlineData("b1:c1", "RT0551")]
    [InlineData("m1:b1", "RT0551")]
    [InlineData("nowhere:b1", "RT0521")]
    [InlineData("head:", "RT0525")]
    [InlineData("a2:+1", "RT0546")]
    [InlineData("-1:", "RT0547")]
    [InlineData("-1:m1", "RT0546")]
    [InlineData("a1:+99", "RT0546")]
    [InlineData("l1:+99", "RT0545")]
    [InlineData("a b:c1", "RT0521")]
    public async Task What_is_no_range_says_why(string range, string code)
    {
        var ran = await _sources.RunAsync("history", "-r", range);
        Assert.Equal((1, code), (ran.ExitCode, ran.Code));
        Assert.NotNull((string?)ran.Json["error"]!["hint"]);
    }

    [Theory, Row("G4.heads")]
    [InlineData("z1 (effective head), do z1|z2 (app, two) (head), do z2|l2 (lib) (head), do l2", "heads")]
    [InlineData("z2 (app, two) (head), do z2|l2 (lib) (head), do l2", "heads", "--resolve-dependencies")]
    public async Task Heads_tell_which_are_only_heads_of_their_branch(string lines, params string[] arguments) =>
        Assert.Equal(
            lines.Split('|').Order(StringComparer.Ordinal),
            (await _sources.RunAsync(arguments)).Text.Split('\n').Order(StringComparer.Ordinal)
        );

    [Fact, Row("G4.branches")]
    public async Task Branches_tell_where_the_history_forks_and_into_what()
    {
        var ran = await _sources.RunAsync("branches");
        Assert.Equal("a2 (app) (branchpoint), do a2\n    -> b1 (app, two), do b1\n    -> c1 (app), do c1", ran.Text);
        Assert.Equal("a2", (string?)ran.Json["branches"]![0]!["point"]!["id"]);
        Assert.Equal("b1 c1", Ids(ran.Json["branches"]![0]!["children"]!.AsArray()));
    }

    [Theory, Row("G4.branches")]
    [InlineData("branches")]
    [InlineData("branches", "-v")]
    public async Task A_history_that_does_not_fork_has_no_branches(params string[] arguments)
    {
        using var line = new SourceFolder("a", "b < a");
        Assert.Equal("The history does not fork.", (await line.RunAsync(arguments)).Text);
    }

    [Fact, Row("G4.show")]
    public async Task Show_tells_all_that_the_file_says()
    {
        var shown = (await _sources.RunAsync("show", "a2")).Text.Split('\n');
        Assert.Equal(
            ["Rev: a2 (branchpoint)", "Parent: a1", "Branches into: b1, c1", "Branch names: app"],
            shown.Take(4)
        );
        Assert.EndsWith("01_a2.cs:3", shown[4], StringComparison.Ordinal);
        Assert.Equal(["", "    do a2", ""], shown.Skip(5));
    }

    [Theory, Row("G4.show")]
    [InlineData("m1", "m1")]
    [InlineData("heads", "l2 z2")]
    [InlineData("lib@head", "l2")]
    [InlineData("two", "b1")]
    [InlineData("base", "")]
    [InlineData("m1 a1 m1", "m1 a1")]
    public async Task Show_takes_names_of_every_kind(string names, string ids) =>
        Assert.Equal(ids, (await _sources.RunAsync(["show", .. names.Split(' ')])).Ids());

    [Theory, Row("G4.show")]
    [InlineData("RT0521", "nowhere")]
    [InlineData("RT0527", "a1+1")]
    [InlineData("RT0525", "head")]
    [InlineData("RT0801")]
    public async Task Show_says_what_is_wrong_with_a_name(string code, params string[] names) =>
        Assert.Equal(code, (await _sources.RunAsync(["show", .. names])).Code);

    [Theory, Row("G4.history")]
    [InlineData("history")]
    [InlineData("heads")]
    [InlineData("heads", "-v")]
    public async Task Without_revisions_it_is_said_what_to_type(params string[] arguments)
    {
        using var none = new SourceFolder();
        var ran = await none.RunAsync(arguments);
        Assert.Contains("retort revision", ran.Text, StringComparison.Ordinal);
        Assert.Empty(ran.Json["revisions"]!.AsArray());
    }

    [Fact, Row("G4.history")]
    public async Task Each_command_tells_of_a_revision_in_the_same_form()
    {
        var history = (await _sources.RunAsync("history")).Json["revisions"]!.AsArray();
        var expected = history.Single(each => (string?)each!["id"] == "z2")!.ToJsonString();
        Assert.Equal(expected, (await _sources.RunAsync("show", "z2")).Json["revisions"]![0]!.ToJsonString());
        Assert.Contains(
            expected,
            (await _sources.RunAsync("heads")).Json["revisions"]!.AsArray().Select(each => each!.ToJsonString())
        );
    }

    private static string Ids(System.Text.Json.Nodes.JsonArray revisions) =>
        string.Join(' ', revisions.Select(each => $"{each!["id"]}"));
}
