namespace Retort.Tool.Tests;

public sealed class ErrorReportTests
{
    [Fact]
    public void An_interruption_says_what_is_undone_and_what_stays() =>
        Assert.Equal(
            [
                "error RT0001: Interrupted. The transaction that was running is undone; what was done before it, or outside of any, stays.",
                "Type `retort current` to see where the database is, and how to go on where a revision is done in part.",
            ],
            new ErrorReport(new OperationCanceledException(), withStack: false).Lines
        );
}
