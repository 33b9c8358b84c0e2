using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort history</c>: the revisions, newest first, as the sources have them; nothing is built and no database is opened.</summary>
internal sealed class HistoryCommand : ToolCommand
{
    public override string Name => "history";

    public override IReadOnlyList<string> Examples => ["retort history -v"];

    public override CliCommand Define() => new(Name, "List the revisions, newest first. Reads the sources only.");

    public override CommandNeeds Needs(CommandRequest request) => CommandNeeds.Sources;

    public override Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var entries = new MigrationCommands(context).History();
        return Task.FromResult(new Outcome([.. Lines(entries, request.Has("verbose"))], () => Json(entries)));
    }

    private static IEnumerable<string> Lines(IReadOnlyList<RevisionEntry> entries, bool verbose) =>
        entries.Count == 0
            ? ["There are no revisions yet; `retort revision --autogenerate -m \"what it does\"` writes one."]
        : verbose ? entries.SelectMany(RevisionText.Paragraph)
        : entries.Select(RevisionText.Line);

    private static JsonObject Json(IReadOnlyList<RevisionEntry> entries) =>
        new() { ["revisions"] = new JsonArray([.. entries.Select(RevisionText.Json)]) };
}
