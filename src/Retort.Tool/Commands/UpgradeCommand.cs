using System.CommandLine;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort upgrade TARGET</c>: applies what the target needs and the database has not.</summary>
internal sealed class UpgradeCommand : ToolCommand
{
    public override string Name => "upgrade";

    public override string Argument => "target";

    public override IReadOnlyList<string> Examples => ["retort upgrade head", "retort upgrade +1"];

    public override CliCommand Define() =>
        new(Name, "Apply revisions: all that the target needs and the database has not.")
        {
            new Argument<string>(Argument)
            {
                Description = "head, heads, an id or the beginning of one, +1 …",
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
            .UpgradeAsync(request[Argument]!, cancellationToken)
            .ConfigureAwait(false);
        return RunText.Outcome(run, context.Engine!, "applied", $"retort downgrade -{run.Applied.Count}");
    }
}
