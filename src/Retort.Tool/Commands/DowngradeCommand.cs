using System.CommandLine;

namespace Retort.Tool;

/// <summary><c>retort downgrade TARGET</c>: undoes revisions.</summary>
internal sealed class DowngradeCommand : ProjectCommand
{
    private const string Target = "target";

    public override string Name => "downgrade";

    public override CliCommand Define() =>
        new(Name, "Undo what is above the target: each revision in one transaction.")
        {
            new Argument<string>(Target)
            {
                Description = "base, an id or the beginning of one, -1, a branch label @ any of these.",
                HelpName = "TARGET",
            },
        };

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        HostedProject project,
        CancellationToken cancellationToken
    )
    {
        var run = await new Migrations.DowngradeCommand(project.Context)
            .RunAsync(request[Target]!, cancellationToken)
            .ConfigureAwait(false);
        return RunText.Outcome(run, "retort upgrade +");
    }
}
