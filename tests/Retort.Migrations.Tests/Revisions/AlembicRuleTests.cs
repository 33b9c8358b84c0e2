namespace Retort.Migrations.Tests.Revisions;

/// <summary>The rules by which Alembic reads a history, one line and more for each.</summary>
[Row("G5.as-alembic")]
public sealed class AlembicRuleTests
{
    private static readonly Dictionary<string, RevisionGraph> Histories = new()
    {
        ["line"] = Graphs.Of("aaaa1", "bbbb2 < aaaa1", "cccc3 < bbbb2"),
        ["fork"] = Graphs.Fork(),
        ["dependent"] = Graphs.Dependent(),
        ["roots"] = Graphs.Of("a1 #x", "b1 < a1", "a2 #y", "b2 < a2"),
        ["own parent"] = Graphs.Of("a", "b < a ~ a", "c < b"),
        ["named twice"] = Graphs.Of("a3", "b1", "b2 < b1 ~ a3", "b3 < b2", "b4 < b3 ~ a3"),
        ["labels"] = Graphs.Of("t0", "d0 < t0", "d1 < d0 #eb", "e0 < t0", "x0 ~ e0"),
        ["case"] = Graphs.Of("abcd1", "ABCD1 < abcd1"),
        ["diamond"] = Graphs.Diamond(),
        ["crossing"] = Graphs.Of("p1 #p", "q1 #q", "p2 < p1 ~ q1", "q2 < q1 ~ p1", "p3 < p2"),
    };

    [Theory]
    // `heads` are those that nothing follows or depends on; `head` and `label@heads` those that nothing follows.
    [InlineData("labels", "", "heads", "t0 e0 x0 d0 d1 => d1 x0")]
    [InlineData("labels", "", "head", "RT0525")]
    [InlineData("labels", "x0", "e0@heads", " => x0")]
    // What is needed is what the targets follow and depend on, without what the rows do.
    [InlineData("dependent", "app2", "lib1", " => app2")]
    [InlineData("line", "cccc3", "aaaa1", " => cccc3")]
    [InlineData("line", "aaaa1", "base", " => aaaa1")]
    [InlineData("dependent", "lib2", "app3", "app1 app2 app3 => app3 lib2")]
    // A target, or a row, that another one implies is refused, also over a dependency.
    [InlineData("dependent", "", "app2 lib1", "RT0542")]
    [InlineData("dependent", "app2 lib1", "heads", "RT0543")]
    // A dependency on the own parent is harmless, one that is declared twice counts once.
    [InlineData("own parent", "", "head", "a b c => c")]
    [InlineData("named twice", "", "b4", "a3 b1 b2 b3 b4 => b4")]
    // A label carries on to what follows and up to the branch point; before @ may stand a revision or the beginning of one.
    [InlineData("labels", "", "eb@head", "t0 d0 d1 => d1")]
    [InlineData("labels", "", "eb@d0", "t0 d0 => d0")]
    [InlineData("labels", "", "eb@e0", "RT0524")]
    [InlineData("line", "", "bbbb@head", "aaaa1 bbbb2 cccc3 => cccc3")]
    // One character is enough where only one name begins with it; capitals count.
    [InlineData("line", "", "b", "aaaa1 bbbb2 => bbbb2")]
    [InlineData("case", "", "A", "abcd1 ABCD1 => ABCD1")]
    [InlineData("case", "", "abcd", "abcd1 => abcd1")]
    [InlineData("case", "", "AbCd1", "RT0521")]
    [InlineData("fork", "", "d", "RT0521")]
    // Steps from the rows, from a name, from either end, on a branch.
    [InlineData("line", "", "+2", "aaaa1 bbbb2 => bbbb2")]
    [InlineData("line", "", "base+2", "aaaa1 bbbb2 => bbbb2")]
    [InlineData("line", "cccc3", "head-1", " => cccc3")]
    [InlineData("fork", "", "one@head-1", "a b c1 => c1")]
    [InlineData("fork", "", "two@base+3", "a b c2 => c2")]
    [InlineData("fork", "a", "b+1", "RT0546")]
    [InlineData("fork", "a", "one@b+1", "b c1 => c1")]
    [InlineData("roots", "", "+1", "RT0546")]
    [InlineData("roots", "", "y@+1", "a2 => a2")]
    // Steps on a branch begin at its row, else at what rows imply of it, else at the base; more than one start is refused.
    [InlineData("crossing", "p2", "q@+1", "q2 => p2 q2")]
    [InlineData("crossing", "p1", "q@+1", "q1 => p1 q1")]
    [InlineData("fork", "d1 d2", "b@+1", "RT0547")]
    // `current` is no target, and nothing at an unknown branch is one.
    [InlineData("line", "aaaa1", "current", "RT0521")]
    [InlineData("line", "aaaa1", "nowhere@head", "RT0523")]
    public void Upgrades(string history, string rows, string targets, string plan) =>
        AssertPlan(plan, () => Histories[history].Upgrade(rows, targets.Split(' ')));

    [Theory]
    // Everything goes that follows the target's children or depends on what goes.
    [InlineData("fork", "d1 d2", "b", "d1 c1 d2 c2 => b")]
    [InlineData("dependent", "app3 lib2", "lib1", "lib2 => app3")]
    [InlineData("crossing", "p3 q2", "p1", "p3 p2 => q2")]
    [InlineData("crossing", "p3 q2", "q@base", "q2 p3 p2 q1 => p1")]
    // A label or a revision before @ cuts only its own branch; the base of a branch with a trunk takes the trunk and its siblings.
    [InlineData("fork", "d1 d2", "one@b", "d1 c1 => d2")]
    [InlineData("fork", "d1 d2", "d2@b", "d2 c2 => d1")]
    [InlineData("fork", "d1 d2", "one@base", "d1 c1 d2 c2 b a => ")]
    [InlineData("roots", "b1 b2", "x@base", "b1 a1 => b2")]
    [InlineData("roots", "b1 b2", "base", "b1 a1 b2 a2 => ")]
    // What has a row is reached already; what is neither below nor at a row is no target.
    [InlineData("line", "bbbb2", "bbbb2", " => bbbb2")]
    [InlineData("line", "bbbb2", "cccc3", "RT0549")]
    [InlineData("roots", "b1", "a2", "RT0549")]
    [InlineData("line", "", "base", " => ")]
    // A row comes back where nothing else implies it.
    [InlineData("own parent", "c", "-1", "c => b")]
    [InlineData("own parent", "b", "-1", "b => a")]
    [InlineData("named twice", "b4", "b1", "b4 b3 b2 => a3 b1")]
    [InlineData("diamond", "n", "m-1", "RT0546")]
    [InlineData("diamond", "m", "b@a", "m b => c")]
    // As many steps as there are lead to the base, one more nowhere.
    [InlineData("line", "bbbb2", "-2", "bbbb2 aaaa1 => ")]
    [InlineData("line", "bbbb2", "-3", "RT0545")]
    [InlineData("line", "bbbb2", "bbbb2-2", "bbbb2 aaaa1 => ")]
    [InlineData("line", "bbbb2", "bbbb2-3", "RT0545")]
    // On a branch without a row steps begin at its last revision that the rows imply.
    [InlineData("crossing", "p3", "q@-1", "p3 p2 q1 => p1")]
    [InlineData("roots", "b1", "y@-1", "RT0548")]
    public void Downgrades(string history, string rows, string target, string plan) =>
        AssertPlan(plan, () => Histories[history].Downgrade(rows, target));

    [Theory]
    // A target takes the place of the rows above and below it, and stays where it is.
    [InlineData("fork", "", "d1", "INSERT d1 => d1")]
    [InlineData("fork", "d1 d2", "b", "DELETE d1, UPDATE d2->b => b")]
    [InlineData("fork", "d1 d2", "d1", " => d1 d2")]
    // The base of a branch removes what is related to it, also over dependencies.
    [InlineData("crossing", "p3 q2", "q@base", "DELETE p3, DELETE q2 => ")]
    [InlineData("roots", "b1 b2", "x@base", "DELETE b1 => b2")]
    // No steps, and no contradiction is noticed.
    [InlineData("line", "aaaa1", "head-1", "RT0527")]
    [InlineData("line", "aaaa1", "bbbb2+1", "RT0527")]
    [InlineData("line", "", "aaaa1 cccc3", "INSERT aaaa1, INSERT cccc3 => aaaa1 cccc3")]
    [InlineData("fork", "b", "head", "RT0525")]
    public void Stamps(string history, string rows, string targets, string plan) =>
        AssertPlan(plan, () => Histories[history].Stamp(rows, targets.Split(' ')));

    private static void AssertPlan(string expected, Func<string> plan)
    {
        if (expected.StartsWith("RT", StringComparison.Ordinal))
            Assert.Equal(expected, Assert.Throws<RevisionException>(plan).Code);
        else
            Assert.Equal(expected, plan());
    }
}
