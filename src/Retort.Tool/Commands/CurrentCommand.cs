using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort current</c>: which revisions the database is at.</summary>
internal sealed class CurrentCommand : ToolCommand
{
    public override string Name => "current";

    public override IReadOnlyList<string> Examples => ["retort current"];

    public override CliCommand Define() => new(Name, "Show which revisions the database is at. Creates nothing.");

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var result = await new MigrationCommands(context).CurrentAsync(cancellationToken).ConfigureAwait(false);
        return new([.. Lines(result)], () => Json(result));
    }

    private static IEnumerable<string> Lines(CurrentResult result) =>
        !result.IsThere ? ["There is no database yet; `retort upgrade head` creates it."]
        : result.Rows.Count == 0 ? ["No revision is applied; `retort upgrade head` applies them."]
        : result.Rows.Select(Line);

    private static string Line(CurrentRow row) =>
        row.Revision is { } revision
            ? $"{row.Id}{(row.IsHead ? " (head)" : "")}{(string.IsNullOrEmpty(revision.Message) ? "" : $", {revision.Message}")}"
            : $"{row.Id} (no file of the sources has this revision)";

    private static JsonObject Json(CurrentResult result) =>
        new() { ["exists"] = result.IsThere, ["current"] = new JsonArray([.. result.Rows.Select(Json)]) };

    private static JsonObject Json(CurrentRow row) =>
        new()
        {
            ["id"] = row.Id,
            ["head"] = row.IsHead,
            ["message"] = row.Revision?.Message,
            ["path"] = row.Revision?.Location?.Path,
        };
}
