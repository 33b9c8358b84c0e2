namespace Retort.Migrations.Tests.Revisions;

[Row("G3.downgrade")]
public sealed class DowngradePlanTests
{
    [Fact]
    public void Undoing_a_merge_brings_back_the_rows_that_it_joined()
    {
        var plan = DowngradePlan.Create(Graphs.Diamond(), ["m"], "m@b");
        Assert.Equal(["UPDATE m->b", "INSERT c"], plan.Steps.Single().Changes.Select(change => change.ToString()));
    }

    [Fact]
    public void Undoing_what_depends_brings_back_the_row_of_the_dependency() =>
        Assert.Equal("app2 => app1 lib1", Graphs.Dependent().Downgrade("app2", "app1"));

    [Fact]
    public void A_dependency_that_something_else_implies_gets_no_row() =>
        Assert.Equal("app2 => app1 lib2", Graphs.Dependent().Downgrade("app2 lib2", "app1"));

    [Fact]
    public void Undoing_a_dependency_undoes_what_depends_on_it() =>
        Assert.Equal("lib2 app3 app2 lib1 => app1", Graphs.Dependent().Downgrade("app3 lib2", "lib@base"));

    [Fact]
    public void Undoing_a_branch_leaves_what_it_depended_on() =>
        Assert.Equal("app2 app1 => lib1", Graphs.Dependent().Downgrade("app2", "app@base"));

    [Fact]
    public void A_parent_that_is_also_below_another_parent_gets_no_row() =>
        Assert.Equal("m => b", Graphs.Of("a", "b < a", "m < a b").Downgrade("m", "b"));

    [Theory]
    [InlineData("lib@-1", "app2", "app2 lib1 => app1")]
    [InlineData("app@-1", "app2 lib2", "app2 => app1 lib2")]
    [InlineData("app@head-2", "app3", "app3 app2 => app1 lib1")]
    [InlineData("app2-1", "app3", "app3 app2 => app1 lib1")]
    [InlineData("app1+1", "app3", "app3 => app2")]
    public void Steps_are_counted_along_a_branch(string target, string rows, string plan) =>
        Assert.Equal(plan, Graphs.Dependent().Downgrade(rows, target));

    [Fact]
    public void One_step_from_several_heads_starts_at_the_first_and_warns()
    {
        var plan = DowngradePlan.Create(Graphs.Fork(), ["d2", "d1"], "-1");
        Assert.Equal("d2 => c2 d1", plan.Run());
        Assert.Contains("d2@-1", plan.Warning, StringComparison.Ordinal);
    }

    [Fact]
    public void From_a_single_head_there_is_no_warning() =>
        Assert.Null(DowngradePlan.Create(Graphs.Fork(), ["d1"], "-1").Warning);

    [Theory]
    [InlineData("d1", "d2", "RT0549")]
    [InlineData("", "a", "RT0549")]
    [InlineData("", "-1", "RT0548")]
    [InlineData("d1", "+1", "RT0544")]
    [InlineData("d1", "-5", "RT0545")]
    [InlineData("d1", "d1-5", "RT0545")]
    [InlineData("d1", "two@-1", "RT0548")]
    [InlineData("d1 d2", "b@-1", "RT0547")]
    [InlineData("d1 d2", "a@b", "RT0549")]
    [InlineData("d1", "nowhere@b", "RT0523")]
    [InlineData("gone", "base", "RT0541")]
    public void What_cannot_be_undone_says_why(string rows, string target, string code) =>
        Assert.Equal(code, Assert.Throws<RevisionException>(() => Graphs.Fork().Downgrade(rows, target)).Code);

    [Fact]
    public void Rows_of_which_one_implies_another_can_still_be_undone()
    {
        var plan = DowngradePlan.Create(Graphs.Of("a", "b < a", "c < b"), ["a", "c"], "base");
        Assert.Equal("UPDATE c->b, DELETE b, DELETE a", string.Join(", ", plan.Steps.SelectMany(step => step.Changes)));
    }

    [Fact]
    public void A_walk_at_a_merge_is_ambiguous() =>
        Assert.Equal(
            "'-1' can go on from 'm' to any of 'b', 'c'.",
            Assert.Throws<RevisionException>(() => Graphs.Diamond().Downgrade("m", "-1")).Message
        );
}
