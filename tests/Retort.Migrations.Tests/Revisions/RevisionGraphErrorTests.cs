namespace Retort.Migrations.Tests.Revisions;

/// <summary>Files that contradict each other: the error names the files and what to type.</summary>
[Row("G5.errors")]
public sealed class RevisionGraphErrorTests
{
    [Fact]
    public void Two_revisions_with_one_id()
    {
        var error = Refused("RT0503", "a", "b < a", "a");
        Assert.Contains("versions/a.cs:5", error.Message, StringComparison.Ordinal);
        Assert.Contains("versions/a.cs:7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parent_that_is_not_there()
    {
        var error = Refused("RT0506", "3f2a9c1b7d04", "b < 9b1c77aa01de");
        Assert.Contains("(versions/b.cs:6)", error.Message, StringComparison.Ordinal);
        Assert.Contains("version control", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_misspelt_parent_is_suggested() =>
        Assert.Equal("Did you mean '3f2a9c1b7d04'?", Refused("RT0506", "3f2a9c1b7d04", "b < 3f2a9c1d7b04").Hint);

    [Fact]
    public void A_label_is_no_parent() => Refused("RT0506", "a #red", "b < red");

    [Fact]
    public void A_dependency_that_is_not_there() =>
        Assert.Equal("Did you mean 'shared'?", Refused("RT0507", "a #shared", "b ~ sharde").Hint);

    [Fact]
    public void A_label_declared_twice() =>
        Assert.Equal(["b", "a"], Refused("RT0505", "a #red", "b < a #red").Revisions);

    [Fact]
    public void A_label_that_is_an_id() =>
        Assert.Contains(
            "is the id of a revision",
            Refused("RT0505", "a", "b < a #a").Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a < a")]
    [InlineData("a ~ a")]
    public void A_revision_before_itself(string line) =>
        Assert.Contains("itself", Refused("RT0508", line).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cycle_names_its_members_and_no_others()
    {
        var error = Refused("RT0508", "a", "b < a d", "c < b", "d < c", "e < d");
        Assert.Equal(["b", "c", "d"], error.Revisions);
        Assert.Contains("c (versions/c.cs:7)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_over_a_dependency() => Assert.Equal(["a", "b"], Refused("RT0508", "a ~ b", "b < a").Revisions);

    [Theory]
    [InlineData("")]
    [InlineData("a-b")]
    [InlineData("é")]
    [InlineData("123456789012345678901234567890123")]
    [InlineData("abc\n")]
    public void An_id_that_is_none(string id) =>
        Assert.Equal("RT0501", Assert.Throws<RevisionException>(() => RevisionGraph.Build([new Revision(id)])).Code);

    [Theory]
    [InlineData("head", "")]
    [InlineData("a", "base")]
    [InlineData("a", "heads")]
    [InlineData("current", "")]
    public void A_word_of_the_command_line(string id, string label) =>
        Assert.Equal("RT0502", Refuse(new Revision(id) { BranchLabels = label.Length == 0 ? [] : [label] }).Code);

    [Theory]
    [InlineData("a@b")]
    [InlineData("a b")]
    [InlineData("release-1")]
    [InlineData("a+1")]
    [InlineData("")]
    [InlineData("red\n")]
    public void A_label_that_reads_as_something_else(string label) =>
        Assert.Equal("RT0504", Refuse(new Revision("a") { BranchLabels = [label] }).Code);

    [Theory]
    [InlineData("shop.core")]
    [InlineData("my-branch")]
    [InlineData("team/app")]
    [InlineData("größe_2")]
    [InlineData("a-1b")]
    [InlineData("12")]
    public void A_label_with_punctuation(string label) =>
        Assert.Equal(
            "a",
            RevisionGraph.Build([new Revision("a") { BranchLabels = [label] }]).Resolve(label + "@head").Ids()
        );

    private static RevisionException Refused(string code, params string[] lines)
    {
        var error = Assert.Throws<RevisionException>(() => RevisionGraph.Build(lines.Select(Graphs.Parse)));
        Assert.Equal(code, error.Code);
        return error;
    }

    private static RevisionException Refuse(Revision revision) =>
        Assert.Throws<RevisionException>(() => RevisionGraph.Build([revision]));
}
