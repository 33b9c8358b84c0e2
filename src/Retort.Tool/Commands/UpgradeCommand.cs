using System.CommandLine;

namespace Retort.Tool;

/// <summary><c>retort upgrade TARGET…</c>: applies revisions.</summary>
internal sealed class UpgradeCommand : ProjectCommand
{
    private const string Targets = "target";

    public override string Name => "upgrade";

    public override CliCommand Define() =>
        new(Name, "Apply what the target needs and the database has not: each revision in one transaction.")
        {
            new Argument<string[]>(Targets)
            {
                Description = "head, heads, an id or the beginning of one, +1, a branch label @ any of these.",
                HelpName = "TARGET",
                Arity = ArgumentArity.OneOrMore,
            },
        };

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        HostedProject project,
        CancellationToken cancellationToken
    )
    {
        var run = await new Migrations.UpgradeCommand(project.Context)
            .RunAsync(request[Targets]!.Split('\n'), cancellationToken)
            .ConfigureAwait(false);
        return RunText.Outcome(run, "retort downgrade -");
    }
}
