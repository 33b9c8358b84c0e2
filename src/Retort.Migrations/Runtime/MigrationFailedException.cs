using System.Text;

namespace Retort.Migrations;

/// <summary>A revision failed. Nothing of it remains; what ran before it in the same run stays.</summary>
public sealed class MigrationFailedException : RetortException
{
    private MigrationFailedException(
        string code,
        string message,
        string hint,
        Revision revision,
        Direction direction,
        Exception inner
    )
        : base(code, message, hint, inner) => (Revision, Direction) = (revision, direction);

    /// <summary>The revision.</summary>
    public Revision Revision { get; }

    /// <summary>Which way it was run.</summary>
    public Direction Direction { get; }

    /// <summary>The statement that the database refused; null where it was none.</summary>
    public string? Statement => (InnerException as DatabaseException)?.Statement;

    /// <summary>The version rows of the database now, sorted; null where nothing was run.</summary>
    public IReadOnlyList<string>? Heads { get; private init; }

    /// <summary>What the same run did before.</summary>
    public IReadOnlyList<AppliedRevision> Applied { get; private init; } = [];

    internal static MigrationFailedException Unprepared(Revision revision, Direction direction, Exception error) =>
        new(
            "RT0731",
            $"{Method(direction)} of {Name(revision)} threw {error.GetType().Name}: {error.Message}{File(revision)}\nNothing was run; the database is as it was.",
            "Correct the revision, then run the command again.",
            revision,
            direction,
            error
        );

    internal static MigrationFailedException Ran(
        PreparedStep step,
        string database,
        IReadOnlyList<string> heads,
        IReadOnlyList<AppliedRevision> applied,
        Exception error
    ) =>
        new(
            "RT0732",
            Describe(step, database, heads, applied, error),
            "Correct the revision, then run the command again: it goes on from here.",
            step.Revision,
            step.Direction,
            error
        )
        {
            Heads = heads,
            Applied = applied,
        };

    private static string Describe(
        PreparedStep step,
        string database,
        IReadOnlyList<string> heads,
        IReadOnlyList<AppliedRevision> applied,
        Exception error
    )
    {
        var text = new StringBuilder(
            $"The {(step.Direction is Direction.Upgrade ? "upgrade" : "downgrade")} of {Name(step.Revision)} failed: {error.Message}"
        );
        text.Append(File(step.Revision));
        if (error is DatabaseException { Statement: { } sql } && !error.Message.Contains(sql, StringComparison.Ordinal))
            text.Append($"\nStatement: {sql}");
        text.Append("\nNothing of this revision remains.");
        if (applied.Count > 0)
            text.Append(
                $" Before it {string.Join(", ", applied.Select(each => each.Revision.Id))} ran, and that stays."
            );
        text.Append($"\n{database} is at {(heads.Count == 0 ? "base" : string.Join(", ", heads))}.");
        return text.ToString();
    }

    private static string Method(Direction direction) => direction is Direction.Upgrade ? "Upgrade" : "Downgrade";

    private static string Name(Revision revision) =>
        string.IsNullOrEmpty(revision.Message)
            ? $"revision {revision.Id}"
            : $"revision {revision.Id} ({revision.Message})";

    private static string File(Revision revision) =>
        revision.Location is { } location ? $"\nFile: {location.Path}" : "";
}
