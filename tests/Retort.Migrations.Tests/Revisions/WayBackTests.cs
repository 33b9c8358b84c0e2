namespace Retort.Migrations.Tests.Revisions;

/// <summary>The hint of an upgrade: what undoes it.</summary>
[Row("G3.undo")]
public sealed class WayBackTests
{
    private static readonly RevisionGraph Graph = RevisionGraph.Build([
        new("a"),
        new("b") { DownRevisions = ["a"] },
        new("left") { DownRevisions = ["b"] },
        new("right") { DownRevisions = ["b"] },
        new("joined") { DownRevisions = ["left", "right"] },
    ]);

    [Theory]
    [InlineData("", "b", "-2")]
    [InlineData("a", "b", "-1")]
    [InlineData("b", "left", "-1")]
    [InlineData("left right", "joined", "left")]
    [InlineData("b", "left right", "b")]
    [InlineData("b", "joined", "b")]
    [InlineData("", "joined", "base")]
    [InlineData("a", "joined", "a")]
    [InlineData("left", "left right", null)]
    [InlineData("left", "joined", null)]
    public void The_target_brings_the_rows_back(string before, string targets, string? target)
    {
        string[] rows = before.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var upgrade = UpgradePlan.Create(Graph, rows, targets.Split(' '));
        Assert.Equal(target, WayBack.Target(Graph, upgrade.Rows, rows, upgrade.Steps.Count));
        if (target is not null)
            Assert.Equal(rows, DowngradePlan.Create(Graph, upgrade.Rows, target).Rows);
    }
}
