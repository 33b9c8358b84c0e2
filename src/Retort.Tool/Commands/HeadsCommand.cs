using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort heads</c>: the revisions that none follows, as the sources have them.</summary>
internal sealed class HeadsCommand : ToolCommand
{
    private const string ResolveDependencies = "resolve-dependencies";

    public override string Name => "heads";

    public override IReadOnlyList<string> Examples => ["retort heads -v"];

    public override CliCommand Define() =>
        new(Name, "List the revisions that none follows. Reads the sources only.")
        {
            new Option<bool>($"--{ResolveDependencies}") { Description = "Leave out those that others depend on." },
        };

    public override CommandNeeds Needs(CommandRequest request) => CommandNeeds.Sources;

    public override Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var heads = new MigrationCommands(context).Heads(request.Has(ResolveDependencies));
        return Task.FromResult(
            new Outcome([.. Lines(heads, request.Has("verbose"))], () => Json(heads)) { IsAnswer = true }
        );
    }

    private static IEnumerable<string> Lines(IReadOnlyList<RevisionEntry> heads, bool verbose) =>
        heads.Count == 0 ? [RevisionText.None]
        : verbose ? heads.SelectMany(RevisionText.Paragraph)
        : heads.Select(RevisionText.Name);

    private static JsonObject Json(IReadOnlyList<RevisionEntry> heads) =>
        new() { ["revisions"] = RevisionText.Json(heads) };
}
