namespace Retort.Migrations;

/// <summary>Where a script begins and ends: <c>from:to</c>.</summary>
/// <param name="From">Where the database is: <c>base</c>, or revisions with commas between, as version rows.</param>
/// <param name="To">The target, as typed: <c>head</c>, an id, <c>+2</c>.</param>
public sealed record ScriptRange(string From, string To)
{
    /// <summary>Before the first revision.</summary>
    public const string Base = "base";

    /// <summary>Understands a range; nothing before the colon is <see cref="Base"/>.</summary>
    /// <returns>Null: there is no colon, so that it is a target alone.</returns>
    /// <exception cref="OfflineException">There is more than one colon, or nothing behind it.</exception>
    public static ScriptRange? Parse(string text) =>
        text.Split(':') switch
        {
            [_] => null,
            [var from, { Length: > 0 } to] => new(from.Length == 0 ? Base : from, to),
            _ => throw OfflineException.MalformedRange(text),
        };

    /// <summary>The version rows that the database must have.</summary>
    /// <exception cref="RevisionException">A revision is unknown or ambiguous.</exception>
    internal IReadOnlyList<string> Rows(RevisionGraph graph) => StampPlan.Create(graph, [], From.Split(',')).Rows;
}
