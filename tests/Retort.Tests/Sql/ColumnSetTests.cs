using FsCheck;
using FsCheck.Fluent;

namespace Retort.Tests.Sqls;

/// <summary>A column set is a set, however many columns there are.</summary>
[Row("C5.many-columns")]
public sealed class ColumnSetTests
{
    private static readonly Arbitrary<int[]> Positions = Gen.Choose(0, 300).ArrayOf().ToArbitrary();

    [Fact]
    public void It_has_what_was_put_in() =>
        Prop.ForAll(
                Positions,
                positions =>
                    ColumnSet.Of(positions).Positions().SequenceEqual(positions.Distinct().Order())
                    && Enumerable
                        .Range(0, 400)
                        .All(at => ColumnSet.Of(positions).Contains(at) == positions.Contains(at))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void It_subtracts_overlaps_and_compares_as_sets_do() =>
        Prop.ForAll(
                Positions,
                Positions,
                (left, right) =>
                {
                    var (one, other) = (ColumnSet.Of(left), ColumnSet.Of(right));
                    var difference = one.Except(other);
                    return difference.Positions().SequenceEqual(left.Except(right).Order())
                        && difference == ColumnSet.Of(left.Except(right))
                        && difference.GetHashCode() == ColumnSet.Of(left.Except(right)).GetHashCode()
                        && difference.IsEmpty == !left.Except(right).Any()
                        && one.Overlaps(other) == left.Intersect(right).Any()
                        && (one == other) == left.ToHashSet().SetEquals(right);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void All_is_the_first_columns(int count) =>
        Assert.Equal(Enumerable.Range(0, count), ColumnSet.All(count).Positions());
}
