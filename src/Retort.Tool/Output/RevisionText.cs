using System.Globalization;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>A revision of the history as it is shown.</summary>
internal static class RevisionText
{
    /// <summary>One line, in the form of Alembic: <c>parent -> id (head), message</c>.</summary>
    public static string Line(RevisionEntry entry) =>
        $"{Parents(entry.Revision)} -> {entry.Revision.Id}{Marks(entry)}{(string.IsNullOrEmpty(entry.Revision.Message) ? "" : $", {entry.Revision.Message}")}";

    /// <summary>Several lines, for <c>--verbose</c>.</summary>
    public static IEnumerable<string> Paragraph(RevisionEntry entry)
    {
        var revision = entry.Revision;
        yield return $"Rev: {revision.Id}{Marks(entry)}";
        yield return $"{(entry.IsMergePoint ? "Merges" : "Parent")}: {Names(revision.DownRevisions)}";
        if (revision.DependsOn.Count > 0)
            yield return $"Also depends on: {Names(revision.DependsOn)}";
        if (revision.BranchLabels.Count > 0)
            yield return $"Branch names: {Names(revision.BranchLabels)}";
        if (revision.Created is { } created)
            yield return $"Created: {created.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";
        if (revision.Location is { } location)
            yield return $"Path: {location.Path}";
        yield return "";
        yield return $"    {revision.Message}";
        yield return "";
    }

    /// <summary>For <c>--json</c>.</summary>
    public static JsonNode Json(RevisionEntry entry) =>
        new JsonObject
        {
            ["id"] = entry.Revision.Id,
            ["parents"] = JsonText.Array(entry.Revision.DownRevisions),
            ["dependsOn"] = JsonText.Array(entry.Revision.DependsOn),
            ["branchLabels"] = JsonText.Array(entry.Revision.BranchLabels),
            ["message"] = entry.Revision.Message,
            ["created"] = entry.Revision.Created?.ToString("O", CultureInfo.InvariantCulture),
            ["head"] = entry.IsHead,
            ["path"] = entry.Revision.Location?.Path,
        };

    private static string Parents(Revision revision) =>
        revision.DependsOn.Count == 0
            ? Names(revision.DownRevisions)
            : $"{Names(revision.DownRevisions)} ({Names(revision.DependsOn)})";

    private static string Names(IReadOnlyList<string> ids) => ids.Count == 0 ? "<base>" : string.Join(", ", ids);

    private static string Marks(RevisionEntry entry) =>
        (entry.Revision.BranchLabels.Count > 0 ? $" ({string.Join(", ", entry.Revision.BranchLabels)})" : "")
        + (entry.IsHead ? " (head)" : "")
        + (entry.IsBranchPoint ? " (branchpoint)" : "")
        + (entry.IsMergePoint ? " (mergepoint)" : "");
}
