using System.Diagnostics;

namespace Retort.Migrations.Tests.Revisions;

[Row("G5.graph")]
public sealed class RevisionGraphTests
{
    [Fact]
    public void A_fork_has_two_heads_and_a_branch_point()
    {
        var graph = Graphs.Fork();
        Assert.Equal("d1 d2", graph.Heads.Ids());
        Assert.Equal("a", graph.Bases.Ids());
        Assert.Equal("b", graph.BranchPoints.Ids());
        Assert.Equal("", graph.MergePoints.Ids());
        Assert.Equal("c1 c2", graph.Children("b").Ids());
    }

    [Fact]
    public void A_merge_joins_heads() =>
        Assert.Equal(("n", "m"), (Graphs.Diamond().Heads.Ids(), Graphs.Diamond().MergePoints.Ids()));

    [Fact]
    public void A_head_that_something_depends_on_is_no_real_head()
    {
        var graph = Graphs.Of("lib", "app ~ lib");
        Assert.Equal(("lib app", "app"), (graph.Heads.Ids(), graph.RealHeads.Ids()));
    }

    [Fact]
    public void History_is_newest_first_one_branch_after_the_other() =>
        Assert.Equal("d1 c1 d2 c2 b a", Graphs.Fork().NewestFirst.Ids());

    [Fact]
    public void A_label_belongs_to_what_follows_and_to_the_trunk_up_to_the_branch_point()
    {
        var graph = Graphs.Of("a", "b < a", "c < b", "d < c #red", "e < d", "x < a");
        Assert.Equal(["red"], graph.BranchLabels("e"));
        Assert.Equal(["red"], graph.BranchLabels("b"));
        Assert.Empty(graph.BranchLabels("a"));
        Assert.Empty(graph.BranchLabels("x"));
    }

    [Fact]
    public void A_label_stops_below_a_dependency_and_a_merge()
    {
        var graph = Graphs.Of("a", "b < a #red", "x ~ a", "p", "q", "m < p q", "n < m #blue");
        Assert.Empty(graph.BranchLabels("a"));
        Assert.Empty(graph.BranchLabels("m"));
        Assert.Equal(["blue"], graph.BranchLabels("n"));
    }

    [Fact]
    public void An_empty_history_has_no_heads()
    {
        Assert.Empty(RevisionGraph.Empty.Heads);
        Assert.Null(RevisionGraph.Empty.ResolveSingle("head"));
    }

    [Fact]
    public void A_label_is_found_by_its_name_but_is_no_id()
    {
        Assert.Null(Graphs.Fork().Find("one"));
        Assert.Equal("c1", Graphs.Fork().Resolve("one").Ids());
    }

    /// <summary>Memory is counted: unlike time it does not depend on what else the machine does.</summary>
    [Theory]
    [InlineData("line")]
    [InlineData("branches")]
    public void Twice_as_many_revisions_need_twice_as_much_and_no_more(string shape)
    {
        _ = Allocated(shape, 1_000);
        var ratio = (double)Allocated(shape, 20_000) / Allocated(shape, 10_000);
        Assert.InRange(ratio, 1, 2.3);
    }

    private static long Allocated(string shape, int count)
    {
        var revisions = Enumerable
            .Range(0, count)
            .Select(n => new Revision($"r{n}")
            {
                DownRevisions = n == 0 ? [] : [$"r{(shape == "line" ? n - 1 : n / 2)}"],
            })
            .ToList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var graph = RevisionGraph.Build(revisions);
        var rows = UpgradePlan.Create(graph, [], "heads").Rows;
        Assert.Empty(DowngradePlan.Create(graph, rows, "base").Rows);
        Assert.Equal(count, graph.NewestFirst.Select(revision => RevisionEntry.Of(graph, revision)).Count());
        Assert.Equal(count, RevisionRange.Parse("r0:").In(graph, []).Count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A quadratic step would take minutes here.</summary>
    [Fact]
    public void A_hundred_thousand_revisions_take_no_minutes()
    {
        var watch = Stopwatch.StartNew();
        var graph = Graphs.Of(
            Enumerable
                .Range(0, 100_000)
                .Select(n =>
                    n == 0 ? "r0"
                    : n % 100 == 99 ? $"r{n} < r{n - 1} r{n - 50}"
                    : n % 100 == 50 ? $"r{n} < r{n - 2}"
                    : $"r{n} < r{n - 1}"
                )
        );
        var upgrade = UpgradePlan.Create(graph, [], "heads");
        var downgrade = DowngradePlan.Create(graph, upgrade.Rows, "base");
        Assert.Equal(100_000, upgrade.Steps.Count);
        Assert.Equal(100_000, downgrade.Steps.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }
}
