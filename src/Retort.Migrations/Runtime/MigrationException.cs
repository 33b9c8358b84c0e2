namespace Retort.Migrations;

/// <summary>A run of revisions, or a comparison of models and database, that cannot go on.</summary>
public sealed class MigrationException : RetortException
{
    private MigrationException(string code, string message, string? hint = null, Exception? inner = null)
        : base(code, message, hint, inner) { }

    /// <summary>Whether the revision is to blame that was running.</summary>
    internal bool IsAboutRevision { get; private init; }

    internal static MigrationException NoDowngrade(Type migration) =>
        new(
            "RT0711",
            $"The revision {migration.Name} has no way back: it does not override Downgrade. Nothing was run.",
            "Override Downgrade in its file, or choose a target above it."
        );

    internal static MigrationException SeveralEnvironments(IEnumerable<Type> classes, string? section) =>
        new(
            "RT0712",
            $"Several classes derive from MigrationEnvironment{(section is null ? "" : $" for [Section(\"{section}\")]")}: {string.Join(", ", classes.Select(each => each.FullName))}.",
            "Keep one of them, or give each a section of retort.json: [Section(\"billing\")]."
        );

    internal static MigrationException NoRevisions(string? section) =>
        new(
            "RT0713",
            $"The application knows no revision{(section is null ? "" : $" with [Section(\"{section}\")]")}: none is compiled into it or into an assembly that it references.",
            RevisionRegistry.Revisions.Select(revision => revision.Section).Distinct().ToList() is { Count: > 0 } known
                ? $"Choose another in MigrationOptions.Section: {string.Join(", ", known.Select(each => each is null ? "null" : $"\"{each}\""))}."
                : "Type `retort revision --autogenerate -m \"first\"` in the project, and build it."
        );

    internal static MigrationException RowsMoved(RowChange change, TableName table, Exception? inner = null) =>
        new(
            "RT0714",
            change.From is null
                ? $"'{change.To}' is in {table} already: somebody else has applied it meanwhile. Nothing of it was run twice."
                : $"'{change.From}' is not in {table} any more: somebody else has changed the database meanwhile. Nothing was run on top of that.",
            "Look at `retort current`, then run the command again.",
            inner
        );

    internal static MigrationException NoSchema(TableName table, string create, SchemaMissingException error) =>
        new(
            "RT0716",
            $"{table} cannot be created, since there is no schema '{table.Schema}'. Nothing was run, and the database is as it was. {error.Message}",
            $"Create it, then run the command again: {create}. Or correct version_table_schema in retort.json, or the names in the environment class.",
            error
        );

    internal static MigrationException EnvironmentThrew(Type environment, string member, Exception error)
    {
        var cause = error is TypeInitializationException { InnerException: { } inner } ? inner : error;
        return new(
            "RT0717",
            $"{member} of the environment class {environment.FullName} threw {cause.GetType().Name}: {cause.Message}\nNothing was changed.",
            "Correct it there, then run the command again; --raiseerr shows where it happened.",
            error
        );
    }

    internal static MigrationException EndedTransaction(string code) =>
        new(
            "RT0752",
            $"The code ended the transaction of its revision, in which it ran: {code}",
            "Leave the transaction as it is, or write the code into op.Autocommit(op => op.Run(…)), where there is none."
        )
        {
            IsAboutRevision = true,
        };

    internal static MigrationException KeyIsNull(TableName table, string key) =>
        new(
            "RT0753",
            $"Table '{table}' has rows whose {key} is NULL; going through the table by {key} would leave them out.",
            "Choose a key without NULLs: best the primary key."
        )
        {
            IsAboutRevision = true,
        };

    internal static MigrationException PartChanged(
        PreparedStep step,
        IReadOnlyList<string> rows,
        int done,
        int changed
    ) =>
        new(
            "RT0754",
            $"An earlier run of revision {step.Revision.Id} has done {Done(done, changed)} of it, and part {changed} of what the revision does now is not what was run then. Nothing was run now. Either its file was changed since; or it was run by a script, and does something else in scripts (op.IsScript); or its transactions are others now ('transactions' in retort.json, Transactions in the environment class).",
            $"Bring the file or the transactions back as they were: the run goes on behind what is done. {ByHand(step.Direction, rows, RowChange.Apply(rows, step.RowChanges))}"
        );

    internal static MigrationException PartsMoved(PreparedStep step) =>
        new(
            "RT0755",
            $"Somebody else has done a part of revision {step.Revision.Id} meanwhile. The part at hand was not run.",
            "Wait until that run ends, look at `retort current`, then run the command again."
        );

    internal static MigrationException CallbackThrew(Exception error) =>
        new(
            "RT0756",
            $"OnVersionApplyAsync of the environment threw {error.GetType().Name}: {error.Message}",
            inner: error
        )
        {
            IsAboutRevision = true,
        };

    internal static MigrationException AfterApplyThrew(MigrationRun run, Engine engine, Exception error) =>
        new(
            "RT0757",
            $"AfterApplyAsync of the environment threw {error.GetType().Name}: {error.Message}\nThe run before it is done: {string.Join(", ", run.Applied.Select(each => each.Revision.Id))}. {engine.Description} is at {VersionRows.InWords(run.Heads)}.",
            "Correct the environment. Running the command again does not call it again: there is nothing left to do.",
            error
        );

    internal static MigrationException NotInOneTransaction(PreparedStep step, string what) =>
        new(
            "RT0758",
            $"Revision {step.Revision.Place} contains {what}, which cannot run in the one transaction of all revisions. Nothing was run.",
            $"Run up to the revision before it, then this one by itself, with a transaction for each revision: \"transactions\": \"revision\" in retort.json, or Transactions in the environment class."
        );

    internal static MigrationException DoneInPart(
        PartlyRun left,
        IReadOnlyList<string> rows,
        IReadOnlyList<string> after
    ) =>
        new(
            "RT0762",
            $"An earlier run has left a revision half done: {left.State}, and the database is at {VersionRows.InWords(rows)}. Nothing was run now.",
            $"Finish it first: `{left.Command}`. {ByHand(left.Direction, rows, after)}"
        );

    /// <summary>The way out where a revision cannot be finished.</summary>
    private static string ByHand(Direction direction, IReadOnlyList<string> rows, IReadOnlyList<string> after) =>
        $"Where that cannot be, {(direction is Direction.Upgrade ? "undo by hand what it has done" : "bring back by hand what it has undone")}, then type `{Stamp(rows)}`; or do the rest of it by hand, then type `{Stamp(after)}`.";

    private static string Stamp(IReadOnlyList<string> rows) =>
        $"retort stamp {(rows.Count == 0 ? "base" : string.Join(' ', rows))}";

    private static string Done(int done, int changed) =>
        done < changed ? $"a piece of part {changed}"
        : done == 1 ? "part 1"
        : $"parts 1 to {done}";

    internal static MigrationException ForeignKeysViolated(IReadOnlyList<string> violations) =>
        new(
            "RT0715",
            $"It would leave rows that refer to none: {string.Join("; ", violations.Take(5))}{(violations.Count > 5 ? $"; and {violations.Count - 5} more" : "")}."
        )
        {
            IsAboutRevision = true,
        };
}
