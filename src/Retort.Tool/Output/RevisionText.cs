using System.Globalization;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>A revision as it is shown, by every command in the same form.</summary>
internal static class RevisionText
{
    /// <summary>Where there is nothing to list.</summary>
    public const string None =
        "There are no revisions yet; `retort revision --autogenerate -m \"what it does\"` writes one.";

    /// <summary>How a new revision is named as a target: <c>head</c>, where that is it.</summary>
    public static string Target(CommandContext context, string id) =>
        context.Scripts.ReadGraph().Heads is [var only] && only.Id == id ? "head" : id;

    /// <summary>One line, in the form of Alembic: <c>parent -> id (head), message</c>.</summary>
    public static string Line(RevisionEntry entry) => $"{Parents(entry.Revision)} -> {Name(entry)}";

    /// <summary>One line without the parents.</summary>
    public static string Name(RevisionEntry entry) =>
        $"{entry.Revision.Id}{Labels(entry)}{Marks(entry)}{Message(entry.Revision)}";

    /// <summary>The message behind something else; nothing where there is none.</summary>
    public static string Message(Revision revision) =>
        string.IsNullOrEmpty(revision.Message) ? "" : $", {revision.Message}";

    /// <summary>Several lines, for <c>--verbose</c>.</summary>
    public static IEnumerable<string> Paragraph(RevisionEntry entry)
    {
        var revision = entry.Revision;
        yield return $"Rev: {revision.Id}{Marks(entry)}";
        yield return $"{(entry.IsMergePoint ? "Merges" : "Parent")}: {Names(revision.DownRevisions)}";
        if (revision.DependsOn.Count > 0)
            yield return $"Also depends on: {Names(revision.DependsOn)}";
        if (entry.IsBranchPoint)
            yield return $"Branches into: {Names(entry.Children)}";
        if (entry.BranchLabels.Count > 0)
            yield return $"Branch names: {Names(entry.BranchLabels)}";
        if (revision.Created is { } created)
            yield return $"Created: {created.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";
        if (revision.Location is { } location)
            yield return $"Path: {location}";
        yield return "";
        yield return $"    {revision.Message}";
        yield return "";
    }

    /// <summary>For <c>--json</c>.</summary>
    public static JsonObject Json(RevisionEntry entry) =>
        new()
        {
            ["id"] = entry.Revision.Id,
            ["parents"] = JsonText.Array(entry.Revision.DownRevisions),
            ["dependsOn"] = JsonText.Array(entry.Revision.DependsOn),
            ["children"] = JsonText.Array(entry.Children),
            ["branchLabels"] = JsonText.Array(entry.BranchLabels),
            ["message"] = entry.Revision.Message,
            ["created"] = entry.Revision.Created?.ToString("O", CultureInfo.InvariantCulture),
            ["head"] = entry.IsHead,
            ["realHead"] = entry.IsRealHead,
            ["state"] = entry.State is { } state ? Word(state) : null,
            ["path"] = entry.Revision.Location?.Path,
            ["line"] = entry.Revision.Location?.Line,
        };

    /// <summary>Several for <c>--json</c>.</summary>
    public static JsonArray Json(IEnumerable<RevisionEntry> entries) => [.. entries.Select(Json)];

    private static string Parents(Revision revision) =>
        revision.DependsOn.Count == 0
            ? Names(revision.DownRevisions)
            : $"{Names(revision.DownRevisions)} ({Names(revision.DependsOn)})";

    private static string Names(IReadOnlyList<string> ids) => ids.Count == 0 ? "<base>" : string.Join(", ", ids);

    private static string Labels(RevisionEntry entry) =>
        entry.BranchLabels.Count > 0 ? $" ({string.Join(", ", entry.BranchLabels)})" : "";

    private static string Marks(RevisionEntry entry) =>
        (
            entry.IsRealHead ? " (head)"
            : entry.IsHead ? " (effective head)"
            : ""
        )
        + (entry.State is { } state ? $" ({Word(state)})" : "")
        + (entry.IsBranchPoint ? " (branchpoint)" : "")
        + (entry.IsMergePoint ? " (mergepoint)" : "");

    private static string Word(RevisionState state) =>
        state switch
        {
            RevisionState.Current => "current",
            RevisionState.Applied => "applied",
            _ => "pending",
        };
}
