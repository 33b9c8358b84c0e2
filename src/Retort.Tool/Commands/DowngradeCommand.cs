using System.CommandLine;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort downgrade TARGET</c>: undoes what is above the target.</summary>
internal sealed class DowngradeCommand : ToolCommand
{
    public override string Name => "downgrade";

    public override string Argument => "target";

    public override IReadOnlyList<string> Examples => ["retort downgrade -1", "retort downgrade base"];

    public override CliCommand Define() =>
        new(Name, "Undo revisions: all that are above the target.")
        {
            new Argument<string>(Argument)
            {
                Description = "base, an id or the beginning of one, -1 …",
                HelpName = "TARGET",
            },
        };

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var run = await new MigrationCommands(context)
            .DowngradeAsync(request[Argument]!, cancellationToken)
            .ConfigureAwait(false);
        return RunText.Outcome(run, context.Engine!, "undone", $"retort upgrade +{run.Applied.Count}");
    }
}
