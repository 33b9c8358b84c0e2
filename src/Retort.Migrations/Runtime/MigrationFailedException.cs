using System.Text;

namespace Retort.Migrations;

/// <summary>A revision failed. Nothing of it remains; what ran before it in the same run stays.</summary>
public sealed class MigrationFailedException : RetortException
{
    private const string Nothing = "Nothing of this revision remains.";

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

    /// <summary>How many parts of the revision are done and stay; 0 where it has only one, of which nothing remains.</summary>
    public int PartsDone { get; private init; }

    internal static MigrationFailedException Ran(StepRun run, FailedRun failed, Exception error) =>
        new(
            "RT0732",
            Describe(run, failed, error),
            error is InTransactionException { Hint: { } outside } ? outside
                : failed.IsOneTransaction ? "Correct the revision, then run the command again: it begins anew."
                : run.HasSeveral
                    ? $"Correct what is wrong, then run the command again: it goes on with part {run.Done + 1}. The parts before it must stay in the file as they are."
                : "Correct the revision, then run the command again: it goes on from here.",
            run.Step.Revision,
            run.Step.Direction,
            error
        )
        {
            PartsDone = failed.IsOneTransaction ? 0 : run.Done,
            Heads = failed.Heads,
            Applied = failed.Applied,
        };

    private static string Describe(StepRun run, FailedRun failed, Exception error)
    {
        var step = run.Step;
        var text = new StringBuilder(
            $"The {(step.Direction is Direction.Upgrade ? "upgrade" : "downgrade")} of {Name(step.Revision)} failed: {error.Message}"
        );
        text.Append(File(step.Revision));
        if (error is DatabaseException { Statement: { } sql } && !error.Message.Contains(sql, StringComparison.Ordinal))
            text.Append($"\nStatement: {sql}");
        text.Append($"\n{(failed.IsOneTransaction ? Nothing : Remains(run))}");
        if (failed.Undone.Count > 0)
            text.Append($" Before it {Ids(failed.Undone)} ran in the same transaction, and nothing of that remains.");
        if (failed.Applied.Count > 0)
            text.Append($" Before it {Ids(failed.Applied)} ran, and that stays.");
        text.Append($"\n{failed.Database} is at {VersionRows.InWords(failed.Heads)}.");
        return text.ToString();
    }

    private static string Ids(IEnumerable<AppliedRevision> revisions) =>
        string.Join(", ", revisions.Select(each => each.Revision.Id));

    private static string Remains(StepRun run)
    {
        if (!run.HasSeveral)
            return Nothing;
        var part = run.Done + 1;
        var before = run.Done switch
        {
            0 => "",
            1 => " Part 1 is done, and stays.",
            _ => $" Parts 1 to {run.Done} are done, and stay.",
        };
        return $"It failed in part {part} of {run.Count}.{before} {OfPart(run, part)}";
    }

    private static string OfPart(StepRun run, int part) =>
        run.Current switch
        {
            { IsTransaction: true } => $"Nothing of part {part} remains.",
            { Work: [BatchWork batch] } => run.Journal.Current?.Key is { } key
                ? $"Of part {part} the rows up to {batch.Key} {key} are done."
                : $"Of part {part} no row is done.",
            _ => $"Part {part} runs outside of a transaction: what it did before it failed stays.",
        };

    private static string Method(Direction direction) => direction is Direction.Upgrade ? "Upgrade" : "Downgrade";

    private static string Name(Revision revision) =>
        string.IsNullOrEmpty(revision.Message)
            ? $"revision {revision.Id}"
            : $"revision {revision.Id} ({revision.Message})";

    private static string File(Revision revision) =>
        revision.Location is { } location ? $"\nFile: {location.Path}" : "";
}

/// <summary>A run that ended with an error.</summary>
/// <param name="Database">The database, as a person names it.</param>
/// <param name="Heads">Its version rows now, sorted.</param>
/// <param name="Applied">What ran before, and lasts.</param>
/// <param name="Undone">What ran before in the same transaction, and was undone with it.</param>
internal sealed record FailedRun(
    string Database,
    IReadOnlyList<string> Heads,
    IReadOnlyList<AppliedRevision> Applied,
    IReadOnlyList<AppliedRevision> Undone
)
{
    /// <summary>Whether all revisions of the run shared a transaction.</summary>
    public bool IsOneTransaction { get; init; }
}
