using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>What a run of revisions did, as it is shown.</summary>
internal static class RunText
{
    /// <summary>The outcome of a run; <paramref name="undo"/> is the command that undoes it, up to the number of revisions.</summary>
    public static Outcome Outcome(MigrationRun run, string undo) => new([.. Lines(run, undo)], () => Json(run));

    private static IEnumerable<string> Lines(MigrationRun run, string undo)
    {
        if (run.Warning is { } warning)
            yield return $"Warning: {warning}";
        yield return run.Applied.Count == 0
            ? $"Nothing to do: the database is at {Rows(run)}."
            : $"Ran {run.Applied.Count} revision{(run.Applied.Count == 1 ? "" : "s")}; the database is at {Rows(run)}. To go back: {undo}{run.Applied.Count}";
    }

    private static JsonObject Json(MigrationRun run) =>
        new()
        {
            ["applied"] = new JsonArray([.. run.Applied.Select(Json)]),
            ["before"] = RevisionText.Texts(run.Before),
            ["heads"] = RevisionText.Texts(run.Heads),
            ["changedFiles"] = RevisionText.Texts(run.ChangedFiles.Select(revision => revision.Id)),
            ["warning"] = run.Warning,
        };

    private static JsonObject Json(AppliedRevision applied) =>
        new()
        {
            ["id"] = applied.Revision.Id,
            ["direction"] = applied.Direction is Direction.Upgrade ? "upgrade" : "downgrade",
            ["milliseconds"] = (long)applied.Elapsed.TotalMilliseconds,
        };

    private static string Rows(MigrationRun run) => run.Heads.Count == 0 ? "base" : string.Join(", ", run.Heads);
}
