namespace Retort.Migrations.Tests.Revisions;

[Row("G3.targets")]
public sealed class RevisionResolverTests
{
    private static readonly RevisionGraph Long = Graphs.Of(
        "aaaa1",
        "abcd < aaaa1 #feature",
        "feed < abcd",
        "abce < aaaa1",
        "xy < abce"
    );

    [Theory]
    [InlineData("aaaa1", "aaaa1")]
    [InlineData("aa", "aaaa1")]
    [InlineData("feat", "abcd")]
    [InlineData("feature", "abcd")]
    [InlineData("feature@head", "feed")]
    [InlineData("feature@heads", "feed")]
    [InlineData("abce@head", "xy")]
    [InlineData("abce@base", "")]
    [InlineData("feature@abc", "abcd")]
    [InlineData("heads", "feed xy")]
    [InlineData("base", "")]
    [InlineData("xy", "xy")]
    public void A_symbol_means_revisions(string symbol, string ids) => Assert.Equal(ids, Long.Resolve(symbol).Ids());

    [Theory]
    [InlineData("nowhere", "RT0521")]
    [InlineData("x", "RT0521")]
    [InlineData("current", "RT0521")]
    [InlineData("abc", "RT0522")]
    [InlineData("fe", "RT0522")]
    [InlineData("nowhere@head", "RT0523")]
    [InlineData("nowhere@base", "RT0523")]
    [InlineData("head@abcd", "RT0523")]
    [InlineData("feature@xy", "RT0524")]
    [InlineData("head", "RT0525")]
    [InlineData("aaaa1@head", "RT0525")]
    [InlineData("", "RT0526")]
    [InlineData("@head", "RT0526")]
    [InlineData("feature@", "RT0526")]
    [InlineData("a@b@c", "RT0526")]
    [InlineData("aaaa1+99999999999", "RT0526")]
    [InlineData("+1", "RT0527")]
    [InlineData("aaaa1+1", "RT0527")]
    public void A_symbol_that_means_nothing_says_why(string symbol, string code) =>
        Assert.Equal(code, Assert.Throws<RevisionException>(() => Long.Resolve(symbol)).Code);

    [Fact]
    public void Where_one_is_wanted_all_heads_are_too_many() =>
        Assert.Equal(["feed", "xy"], Assert.Throws<RevisionException>(() => Long.ResolveSingle("heads")).Revisions);

    [Theory]
    [InlineData("haed", "Did you mean 'head' or 'heads'?")]
    [InlineData("featrue", "Did you mean 'feature'?")]
    [InlineData("FEED", "Did you mean 'feed'?")]
    [InlineData("9b1c77aa01de", "`retort history` lists the revisions.")]
    public void A_misspelt_symbol_gets_a_suggestion(string symbol, string hint) =>
        Assert.Equal(hint, Assert.Throws<RevisionException>(() => Long.Resolve(symbol)).Hint);

    [Fact]
    public void A_misspelt_shortened_id_gets_a_suggestion()
    {
        var graph = Graphs.Of("3f2a9c1b7d04", "77aa01de9b1c < 3f2a9c1b7d04");
        Assert.Equal(
            "Did you mean '3f2a9c1b7d04'?",
            Assert.Throws<RevisionException>(() => graph.Resolve("3fa29c")).Hint
        );
    }

    [Fact]
    public void Several_heads_are_listed_with_the_words_to_type()
    {
        var error = Assert.Throws<RevisionException>(() => Graphs.Fork().ResolveSingle("head"));
        Assert.Contains("d2 (versions/d2.cs:10)", error.Message, StringComparison.Ordinal);
        Assert.Equal("Name one of them, or its branch (d1@head).", error.Hint);
        error = Assert.Throws<RevisionException>(() => Graphs.Fork().Resolve("head"));
        Assert.Equal("Name one of them, or its branch (d1@head), or say 'heads' for all.", error.Hint);
    }
}
