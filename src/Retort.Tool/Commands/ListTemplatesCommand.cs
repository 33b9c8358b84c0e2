using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort list-templates</c>: with what a migrations folder can begin.</summary>
internal sealed class ListTemplatesCommand : ToolCommand
{
    public override string Name => "list-templates";

    public override IReadOnlyList<string> Examples => ["retort list-templates"];

    public override CliCommand Define() => new(Name, "List the templates of `retort init --template`.");

    public override CommandNeeds Needs(CommandRequest request) => CommandNeeds.Nothing;

    public override Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var templates = MigrationCommands.ListTemplates();
        return Task.FromResult(
            new Outcome([.. templates.Select(each => $"{each.Name}  {each.Description}")], () => Json(templates))
            {
                IsAnswer = true,
            }
        );
    }

    private static JsonObject Json(IReadOnlyList<InitTemplate> templates) =>
        new()
        {
            ["templates"] = new JsonArray([
                .. templates.Select(each =>
                    (JsonNode)new JsonObject { ["name"] = each.Name, ["description"] = each.Description }
                ),
            ]),
        };
}
