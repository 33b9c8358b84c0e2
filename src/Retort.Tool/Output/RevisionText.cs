using System.Globalization;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>A revision as it is shown.</summary>
internal static class RevisionText
{
    /// <summary>One line, in the form of Alembic: <c>parent -> id (label) (head), message</c>.</summary>
    public static string Line(RevisionGraph graph, Revision revision) =>
        $"{Parents(revision)} -> {revision.Id}{Marks(graph, revision)}{(string.IsNullOrEmpty(revision.Message) ? "" : $", {revision.Message}")}";

    /// <summary>Several lines, for <c>--verbose</c>.</summary>
    public static IEnumerable<string> Entry(RevisionGraph graph, Revision revision)
    {
        yield return $"Rev: {revision.Id}{Marks(graph, revision)}";
        yield return $"{(revision.DownRevisions.Count > 1 ? "Merges" : "Parent")}: {Names(revision.DownRevisions)}";
        if (revision.DependsOn.Count > 0)
            yield return $"Also depends on: {Names(revision.DependsOn)}";
        if (graph.Children(revision.Id) is { Count: > 1 } children)
            yield return $"Branches into: {Names(children.Select(child => child.Id))}";
        if (revision.Created is { } created)
            yield return $"Created: {created.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}";
        if (revision.Location is { } location)
            yield return $"Path: {location.Path}";
        yield return "";
        yield return $"    {revision.Message}";
        yield return "";
    }

    /// <summary>For <c>--json</c>.</summary>
    public static JsonObject Json(RevisionGraph graph, Revision revision) =>
        new()
        {
            ["id"] = revision.Id,
            ["parents"] = Texts(revision.DownRevisions),
            ["dependsOn"] = Texts(revision.DependsOn),
            ["branchLabels"] = Texts(graph.BranchLabels(revision.Id)),
            ["message"] = revision.Message,
            ["created"] = revision.Created?.ToString("O", CultureInfo.InvariantCulture),
            ["head"] = graph.Heads.Contains(revision),
            ["path"] = revision.Location?.Path,
        };

    /// <summary>Texts as a JSON array.</summary>
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static string Parents(Revision revision) =>
        revision.DownRevisions.Count == 0 && revision.DependsOn.Count == 0 ? "<base>"
        : revision.DependsOn.Count == 0 ? Names(revision.DownRevisions)
        : $"{Names(revision.DownRevisions)} ({Names(revision.DependsOn)})";

    private static string Names(IEnumerable<string> ids) =>
        string.Join(", ", ids) is { Length: > 0 } names ? names : "<base>";

    private static string Marks(RevisionGraph graph, Revision revision)
    {
        var labels = graph.BranchLabels(revision.Id);
        return (labels.Count > 0 ? $" ({string.Join(", ", labels)})" : "")
            + (
                graph.RealHeads.Contains(revision) ? " (head)"
                : graph.Heads.Contains(revision) ? " (effective head)"
                : ""
            )
            + (graph.BranchPoints.Contains(revision) ? " (branchpoint)" : "")
            + (graph.MergePoints.Contains(revision) ? " (mergepoint)" : "");
    }
}
