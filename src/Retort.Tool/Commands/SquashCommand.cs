using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort squash FIRST:LAST</c>: makes one revision of several.</summary>
internal sealed class SquashCommand : ToolCommand
{
    private const string Message = "message";
    private const string NoDatabase = "no-database";

    public override string Name => "squash";

    public override string Argument => "range";

    public override IReadOnlyList<string> Examples => ["retort squash 3f2a:head -m \"start\""];

    public override bool IsForSources => true;

    public override CliCommand Define() =>
        new(Name, "Make one revision of several that follow each other; it keeps the id of the last.")
        {
            new Argument<string>(Argument)
            {
                Description = "The first and the last, each an id or the beginning of one.",
                HelpName = "FIRST:LAST",
            },
            new Option<string>($"--{Message}", "-m")
            {
                Description = "What it does; what the last one says unless given.",
                HelpName = "TEXT",
            },
            new Option<bool>($"--{NoDatabase}") { Description = "Do not ask the database whether it is between them." },
        };

    /// <summary>What was begun needs no project to be finished, which may not compile as it is.</summary>
    public override CommandNeeds Needs(CommandRequest request) =>
        new ScriptDirectory(ProjectFinder.Here(request).FindConfig())
            .Scan()
            .Any(script => script.UnfinishedSquash is not null)
            ? CommandNeeds.Sources
            : CommandNeeds.Project;

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var options = new SquashOptions(request[Argument]!)
        {
            Message = request[Message],
            NoDatabase = request.Has(NoDatabase),
        };
        var result = await Writing(request, context).SquashAsync(options, cancellationToken).ConfigureAwait(false);
        return new([.. Lines(result)], () => Json(result))
        {
            Notes =
            [
                $"  Attention: a database that is between {result.Removed[0].Id} and {result.Revision.Id} finds no way from there any more; upgrade every other one to {result.Revision.Id} first.",
            ],
        };
    }

    private static IEnumerable<string> Lines(SquashResult result) =>
        [
            $"  Generated {RelinkedText.Here(result.Path)}",
            .. result.Removed.Select(each => $"  Deleted {RelinkedText.Here(each.Location!.Path)}"),
            .. result.Relinked.Select(RelinkedText.Line),
            RelinkedText.Undo([
                result.Path,
                .. result.Removed.Select(each => each.Location!.Path),
                .. result.Relinked.Select(each => each.Path),
            ]),
        ];

    private static JsonObject Json(SquashResult result) =>
        new()
        {
            ["id"] = result.Revision.Id,
            ["path"] = result.Path,
            ["removed"] = JsonText.Array(result.Removed.Select(each => each.Id)),
            ["relinked"] = RelinkedText.Json(result.Relinked),
        };
}
