namespace Retort.Migrations.Tests.Revisions;

[Row("G5.stamp")]
public sealed class StampPlanTests
{
    [Theory]
    [InlineData("", "d1", "INSERT d1 => d1")]
    [InlineData("b", "heads", "UPDATE b->d1, INSERT d2 => d1 d2")]
    [InlineData("d1 d2", "b", "DELETE d1, UPDATE d2->b => b")]
    [InlineData("d1 d2", "c1", "UPDATE d1->c1 => c1 d2")]
    [InlineData("d1 d2", "heads", " => d1 d2")]
    [InlineData("c1 c2", "heads", "UPDATE c1->d1, UPDATE c2->d2 => d1 d2")]
    [InlineData("d1 d2", "base", "DELETE d1, DELETE d2 => ")]
    [InlineData("d1 c2", "one@base", "DELETE d1 => c2")]
    public void Rows_are_set_to_the_target(string rows, string target, string plan) =>
        Assert.Equal(plan, Stamped().Stamp(rows, target));

    [Theory]
    [InlineData("d1 d2", "c1", "c2", "UPDATE d1->c1, UPDATE d2->c2 => c1 c2")]
    [InlineData("d1", "two", "base", "DELETE d1, INSERT c2 => c2")]
    [InlineData("d1", "d1", "base", " => d1")]
    public void Each_of_several_targets_takes_the_place_of_its_own_rows(
        string rows,
        string first,
        string second,
        string plan
    ) => Assert.Equal(plan, Stamped().Stamp(rows, first, second));

    [Fact]
    public void A_row_that_depends_on_the_branch_goes_with_it() =>
        Assert.Equal(
            "DELETE q2, DELETE r2 => ",
            Graphs.Of("p1 #p", "q2 ~ p1", "r1", "r2 < r1 ~ p1").Stamp("q2 r2", "p@base")
        );

    [Theory]
    [InlineData("b", "head", "RT0525")]
    [InlineData("b", "+1", "RT0527")]
    [InlineData("b", "head-1", "RT0527")]
    [InlineData("gone", "a", "RT0541")]
    public void What_cannot_be_stamped_says_why(string rows, string target, string code) =>
        Assert.Equal(code, Assert.Throws<RevisionException>(() => Stamped().Stamp(rows, target)).Code);

    private static RevisionGraph Stamped() => Graphs.Fork();
}
