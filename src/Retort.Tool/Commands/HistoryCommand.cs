using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort history</c>: the revisions, newest first, as the sources have them; nothing is built and no database is opened.</summary>
internal sealed class HistoryCommand : SourceCommand
{
    public override string Name => "history";

    public override CliCommand Define() => new(Name, "List the revisions, newest first. Reads the sources only.");

    public override Outcome Run(CommandRequest request)
    {
        var graph = new ScriptDirectory(ProjectFinder.Here(request).FindConfig()).ReadGraph();
        return new([.. Lines(graph, request.Has("verbose"))], () => Json(graph));
    }

    private static IEnumerable<string> Lines(RevisionGraph graph, bool verbose) =>
        graph.Revisions.Count == 0
            ? ["There are no revisions yet. Type: retort revision --autogenerate -m \"what it does\""]
            : graph.NewestFirst.SelectMany(revision =>
                verbose ? RevisionText.Entry(graph, revision) : [RevisionText.Line(graph, revision)]
            );

    private static JsonObject Json(RevisionGraph graph) =>
        new() { ["revisions"] = new JsonArray([.. graph.NewestFirst.Select(each => RevisionText.Json(graph, each))]) };
}
