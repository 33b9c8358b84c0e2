namespace Retort.Migrations.Tests.Revisions;

[Row("G3.upgrade")]
public sealed class UpgradePlanTests
{
    [Fact]
    public void A_merge_needs_all_that_it_joins() =>
        Assert.Equal("a c b m n => n", Graphs.Diamond().Upgrade("", "head"));

    [Fact]
    public void A_merge_replaces_the_rows_that_it_joins()
    {
        var plan = UpgradePlan.Create(Graphs.Diamond(), ["b", "c"], "m");
        Assert.Equal(["DELETE b", "UPDATE c->m"], plan.Steps.Single().Changes.Select(change => change.ToString()));
    }

    [Fact]
    public void A_dependency_is_applied_first_and_has_no_row_of_its_own() =>
        Assert.Equal("lib1 app1 app2 => app2", Graphs.Dependent().Upgrade("", "app2"));

    [Fact]
    public void A_dependency_that_has_a_row_loses_it()
    {
        var plan = UpgradePlan.Create(Graphs.Dependent(), ["app1", "lib1"], "app2");
        Assert.Equal(
            ["DELETE app1", "UPDATE lib1->app2"],
            plan.Steps.Single().Changes.Select(change => change.ToString())
        );
    }

    [Fact]
    public void A_dependency_further_along_its_branch_keeps_its_row() =>
        Assert.Equal("app1 app2 => app2 lib2", Graphs.Dependent().Upgrade("lib2", "app2"));

    [Fact]
    public void A_dependency_on_a_label_is_on_the_revision_that_declares_it() =>
        Assert.Equal("l1 a => a", Graphs.Of("l1 #lib", "l2 < l1", "a ~ lib").Upgrade("", "a"));

    [Fact]
    public void A_dependency_said_twice_counts_once() =>
        Assert.Equal("b4 => b4", Graphs.Of("a3", "b2 ~ a3", "b3 < b2", "b4 < b3 ~ a3").Upgrade("b3", "heads"));

    [Fact]
    public void Heads_go_to_all_real_ends() =>
        Assert.Equal("lib1 app1 app2 app3 lib2 => app3 lib2", Graphs.Dependent().Upgrade("", "heads"));

    [Theory]
    [InlineData("lib@+1", "app1", "lib1 => app1 lib1")]
    [InlineData("lib@+1", "app2", "lib2 => app2 lib2")]
    [InlineData("app@+2", "lib2", "app1 app2 => app2 lib2")]
    [InlineData("app@base+2", "", "lib1 app1 app2 => app2")]
    [InlineData("app@head-1", "app1 lib1", "app2 => app2")]
    [InlineData("app1+1", "app1 lib1", "app2 => app2")]
    [InlineData("app@base", "app1", " => app1")]
    public void Steps_are_counted_along_a_branch(string target, string rows, string plan) =>
        Assert.Equal(plan, Graphs.Dependent().Upgrade(rows, target));

    [Fact]
    public void Several_targets_may_be_of_any_form() =>
        Assert.Equal("c2 c1 => c1 c2", Graphs.Fork().Upgrade("b", "two@+1", "c1"));

    [Theory]
    [InlineData("b", "+1", "RT0546")]
    [InlineData("c1 c2", "+1", "RT0547")]
    [InlineData("d1", "+1", "RT0545")]
    [InlineData("d1", "-1", "RT0544")]
    [InlineData("d1", "+0", "RT0544")]
    [InlineData("d1", "a-1", "RT0544")]
    [InlineData("d1", "base-1", "RT0545")]
    [InlineData("d1", "two@c1", "RT0524")]
    [InlineData("gone", "heads", "RT0541")]
    [InlineData("b d1", "heads", "RT0543")]
    public void What_cannot_be_upgraded_says_why(string rows, string target, string code) =>
        Assert.Equal(code, Assert.Throws<RevisionException>(() => Graphs.Fork().Upgrade(rows, target)).Code);

    [Fact]
    public void A_target_on_the_way_to_another_is_refused()
    {
        var error = Assert.Throws<RevisionException>(() => Graphs.Fork().Upgrade("", "d1", "a"));
        Assert.Equal(("RT0542", "Leave out 'a'."), (error.Code, error.Hint));
    }

    [Fact]
    public void A_walk_that_is_too_long_says_how_far_it_can_go() =>
        Assert.Equal(
            "'+5' goes 5 steps up from 'c1', but there is only 1.",
            Assert.Throws<RevisionException>(() => Graphs.Fork().Upgrade("c1", "+5")).Message
        );

    [Fact]
    public void A_walk_from_one_of_several_rows_says_what_to_type() =>
        Assert.Equal(
            "Say which: one@+1",
            Assert.Throws<RevisionException>(() => Graphs.Fork().Upgrade("c1 c2", "+1")).Hint
        );
}
