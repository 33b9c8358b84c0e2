using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort current</c>: which revisions a database is at.</summary>
internal sealed class CurrentCommand : ProjectCommand
{
    public override string Name => "current";

    public override CliCommand Define() => new(Name, "Show which revisions the database is at. Changes nothing.");

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        HostedProject project,
        CancellationToken cancellationToken
    )
    {
        var result = await new Migrations.CurrentCommand(project.Context)
            .RunAsync(cancellationToken)
            .ConfigureAwait(false);
        return new([.. Lines(result)], () => Json(result));
    }

    private static IEnumerable<string> Lines(CurrentResult result) =>
        !result.IsThere ? ["The database is not there yet. To create it: retort upgrade head"]
        : result.Rows.Count == 0 ? ["No revision is applied. To apply all: retort upgrade head"]
        : result.Rows.Select(Line);

    private static string Line(CurrentRow row) =>
        row.Revision is null
            ? $"{row.Id}, which is no revision of this project"
            : $"{row.Id}{(row.IsHead ? " (head)" : "")}{(row.Revision.Message is { Length: > 0 } message ? $", {message}" : "")}";

    private static JsonObject Json(CurrentResult result) =>
        new() { ["exists"] = result.IsThere, ["revisions"] = new JsonArray([.. result.Rows.Select(Json)]) };

    private static JsonObject Json(CurrentRow row) =>
        new()
        {
            ["id"] = row.Id,
            ["known"] = row.Revision is not null,
            ["head"] = row.IsHead,
            ["message"] = row.Revision?.Message,
        };
}
