using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort delete REV</c>: deletes a revision that is applied nowhere.</summary>
internal sealed class DeleteCommand : ToolCommand
{
    private const string NoDatabase = "no-database";

    public override string Name => "delete";

    public override string Argument => "revision";

    public override IReadOnlyList<string> Examples => ["retort delete 3f2a9c1b7d04"];

    public override bool IsForSources => true;

    public override CliCommand Define() =>
        new(Name, "Delete the file of a revision that is not applied; what followed it follows what it followed.")
        {
            new Argument<string>(Argument)
            {
                Description = "An id or the beginning of one, head, a branch label.",
                HelpName = "REV",
            },
            new Option<bool>($"--{NoDatabase}") { Description = "Do not ask the database whether it is applied." },
        };

    public override CommandNeeds Needs(CommandRequest request) =>
        request.Has(NoDatabase) ? CommandNeeds.Sources : CommandNeeds.Project;

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var result = await new MigrationCommands(context)
            .DeleteAsync(
                new DeleteOptions(request[Argument]!) { NoDatabase = request.Has(NoDatabase) },
                cancellationToken
            )
            .ConfigureAwait(false);
        return new([.. Lines(result)], () => Json(result));
    }

    private static IEnumerable<string> Lines(DeleteResult result) =>
        [
            $"  Deleted {RelinkedText.Here(result.Path)}",
            .. result.Relinked.Select(RelinkedText.Line),
            RelinkedText.Undo([result.Path, .. result.Relinked.Select(each => each.Path)]),
        ];

    private static JsonObject Json(DeleteResult result) =>
        new()
        {
            ["id"] = result.Revision.Id,
            ["path"] = result.Path,
            ["relinked"] = RelinkedText.Json(result.Relinked),
        };
}
