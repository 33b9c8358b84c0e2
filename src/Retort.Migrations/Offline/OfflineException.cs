namespace Retort.Migrations;

/// <summary>A run that cannot be written down as a script.</summary>
public sealed class OfflineException : RetortException
{
    private OfflineException(string code, string message, string hint, Exception? inner = null)
        : base(code, message, hint, inner) { }

    internal static OfflineException MalformedRange(string text) =>
        new("RT0759", $"'{text}' is no range of revisions.", "Write FROM:TO, such as 3f2a9c1b7d04:head, or base:head.");

    internal static OfflineException NotReplayed(Rebuild rebuild, Revision? failed, Exception error) =>
        new(
            "RT0760",
            $"Table '{rebuild.Table}' is rebuilt in revision {rebuild.Revision.Place}, and what it is like then is not known: {(failed is null ? "the revisions before it" : $"revision {failed.Place}")} cannot be replayed in memory: {error.Message}",
            $"Say what the table is like before: op.BatchAlterTable(\"{rebuild.Table}\", …, copyFrom: …). Or correct what cannot be replayed.",
            error
        );

    internal static OfflineException NotRepeatable(Revision revision, string what) =>
        new(
            "RT0761",
            $"Revision {revision.Place} contains {what}, which runs outside of any transaction: a script that can be repeated cannot ask there whether it is done.",
            "Leave --idempotent out and name where the database is (FROM:TO), or run `retort upgrade` on the database: it goes on where it is."
        );

    internal static OfflineException NoConditions(string dialect) =>
        new(
            "RT0762",
            $"SQL of {dialect} has no conditions around changes of a schema, so no script can be run again from any revision.",
            "Run `retort upgrade` on the database: it does what is left to do. Or write a script for where the database is, FROM:TO --sql; run elsewhere, it stops before it changes anything."
        );
}
