using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>Files of revisions that were changed, as they are shown.</summary>
internal static class RelinkedText
{
    /// <summary>A file, from the current folder.</summary>
    public static string Here(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);

    /// <summary>What a revision follows and depends on now.</summary>
    public static string Line(RelinkedRevision relinked)
    {
        var (parents, needed) = (relinked.Revision.DownRevisions, relinked.Revision.DependsOn);
        return $"  Changed {Here(relinked.Path)}: {relinked.Revision.Id} follows {(parents.Count == 0 ? "nothing" : string.Join(", ", parents))}{(needed.Count == 0 ? "" : $" and depends on {string.Join(", ", needed)}")} now";
    }

    /// <summary>How version control brings files back.</summary>
    public static string Undo(IEnumerable<string> paths) =>
        $"To undo, as far as it was committed: git restore {string.Join(' ', paths.Distinct().Select(path => Quoted(Here(path))))}";

    /// <summary>For <c>--json</c>.</summary>
    public static JsonArray Json(IEnumerable<RelinkedRevision> relinked) =>
        [
            .. relinked.Select(each =>
                (JsonNode)
                    new JsonObject
                    {
                        ["id"] = each.Revision.Id,
                        ["path"] = each.Path,
                        ["parents"] = JsonText.Array(each.Revision.DownRevisions),
                        ["dependsOn"] = JsonText.Array(each.Revision.DependsOn),
                    }
            ),
        ];

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;
}
