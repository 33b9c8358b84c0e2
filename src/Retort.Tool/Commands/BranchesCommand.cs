using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort branches</c>: where the history forks, as the sources have it.</summary>
internal sealed class BranchesCommand : ToolCommand
{
    public override string Name => "branches";

    public override IReadOnlyList<string> Examples => ["retort branches"];

    public override CliCommand Define() =>
        new(Name, "List the revisions that several follow, with those. Reads the sources only.");

    public override CommandNeeds Needs(CommandRequest request) => CommandNeeds.Sources;

    public override Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var branches = new MigrationCommands(context).Branches();
        return Task.FromResult(
            new Outcome([.. Lines(branches, request.Has("verbose"))], () => Json(branches)) { IsAnswer = true }
        );
    }

    private static IEnumerable<string> Lines(IReadOnlyList<Branching> branches, bool verbose) =>
        branches.Count == 0
            ? ["The history does not fork."]
            : branches.SelectMany(branch =>
                (verbose ? RevisionText.Paragraph(branch.Point) : [RevisionText.Name(branch.Point)]).Concat(
                    branch.Children.Select(child => $"    -> {RevisionText.Name(child)}")
                )
            );

    private static JsonObject Json(IReadOnlyList<Branching> branches) =>
        new()
        {
            ["branches"] = new JsonArray([
                .. branches.Select(branch => new JsonObject
                {
                    ["point"] = RevisionText.Json(branch.Point),
                    ["children"] = RevisionText.Json(branch.Children),
                }),
            ]),
        };
}
