using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>A run of revisions as it is shown.</summary>
internal static class RunText
{
    /// <summary>What changed, where the database is now, and how to undo it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="engine">The database.</param>
    /// <param name="done">What the revisions are now.</param>
    /// <param name="opposite">The command that undoes it.</param>
    public static Outcome Outcome(MigrationRun run, Engine engine, string done, string opposite) =>
        new([.. Lines(run, engine, done, opposite)], () => Json(run, engine));

    private static IEnumerable<string> Lines(MigrationRun run, Engine engine, string done, string opposite)
    {
        if (run.Warning is { } warning)
            yield return $"Warning: {warning}";
        yield return run.Applied.Count == 0
            ? $"Nothing to do: {engine.Description} is at {At(run.Heads)}."
            : $"{Count(run.Applied.Count)} {done}; {engine.Description} is at {At(run.Heads)}.";
        if (run.Applied.Count > 0)
            yield return run.WayBack is { } target
                ? $"To undo, type `retort {opposite} {target}`."
                : $"It was at {At(run.Before)}.";
    }

    private static JsonObject Json(MigrationRun run, Engine engine) =>
        new()
        {
            ["database"] = engine.Description,
            ["revisions"] = JsonText.Array(run.Applied.Select(each => each.Revision.Id)),
            ["before"] = JsonText.Array(run.Before),
            ["heads"] = JsonText.Array(run.Heads),
            ["changedFiles"] = JsonText.Array(run.ChangedFiles.Select(each => each.Id)),
            ["warning"] = run.Warning,
        };

    /// <summary>Where a database is, by its version rows.</summary>
    public static string At(IReadOnlyList<string> rows) => rows.Count == 0 ? "base" : string.Join(", ", rows);

    private static string Count(int revisions) => revisions == 1 ? "1 revision" : $"{revisions} revisions";
}
