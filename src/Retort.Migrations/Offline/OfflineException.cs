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
}
