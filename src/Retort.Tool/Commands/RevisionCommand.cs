using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort revision</c>: writes a new revision file.</summary>
internal sealed class RevisionCommand : ProjectCommand
{
    public override string Name => "revision";

    public override CliCommand Define() =>
        new(Name, "Write a new revision file, by hand or from the difference between models and database.")
        {
            new Option<string>("--message", "-m") { Description = "What the revision does.", HelpName = "TEXT" },
            new Option<bool>("--autogenerate")
            {
                Description = "Compare the models with the database and write what it takes.",
            },
            new Option<string>("--rev-id") { Description = "The id; a new one unless given.", HelpName = "ID" },
        };

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        HostedProject project,
        CancellationToken cancellationToken
    )
    {
        var options = new RevisionOptions
        {
            Message = request["message"],
            Autogenerate = request.Has("autogenerate"),
            Id = request["rev-id"],
        };
        var result = await new Migrations.RevisionCommand(project.Context)
            .RunAsync(options, cancellationToken)
            .ConfigureAwait(false);
        return new([.. Lines(result)], () => Json(result));
    }

    private static IEnumerable<string> Lines(RevisionResult result) =>
        [
            .. (result.Changes?.Detected ?? []).Select(words => $"  {words}"),
            .. result.Path is null
                ? new[] { "Models and database agree; nothing was written." }
                :
                [
                    $"  Generated {Path.GetRelativePath(Environment.CurrentDirectory, result.Path)}",
                    "Read it, then type: retort upgrade head",
                ],
        ];

    private static JsonObject Json(RevisionResult result) =>
        new()
        {
            ["id"] = result.Id,
            ["path"] = result.Path,
            ["detected"] = RevisionText.Texts(result.Changes?.Detected ?? []),
        };
}
