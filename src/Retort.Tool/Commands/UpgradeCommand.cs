using System.CommandLine;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort upgrade TARGET…</c>: applies what the targets need and the database has not.</summary>
internal sealed class UpgradeCommand : ToolCommand
{
    private const string Sql = "sql";
    private const string Idempotent = "idempotent";
    private const string Tag = "tag";

    public override string Name => "upgrade";

    public override string Argument => "target";

    public override IReadOnlyList<string> Examples => ["retort upgrade head", "retort upgrade +1"];

    public override CliCommand Define() =>
        new(Name, "Apply revisions: all that the targets need and the database has not.")
        {
            new Argument<string[]>(Argument)
            {
                Description = "head, heads, an id or the beginning of one, +1 …; several.",
                HelpName = "TARGET",
                Arity = ArgumentArity.OneOrMore,
            },
            new Option<bool>($"--{Sql}") { Description = ScriptOption.SqlDescription },
            new Option<bool>($"--{Idempotent}") { Description = ScriptOption.IdempotentDescription },
            new Option<string>($"--{Tag}") { Description = ScriptOption.TagDescription, HelpName = "TEXT" },
        };

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var commands = new MigrationCommands(context with { Tag = request[Tag] });
        if (ScriptOption.Of(request, request[Argument]!, from: ScriptRange.Base) is { } range)
            return ScriptOption.Outcome(
                await commands
                    .UpgradeScriptAsync(range, request.Has(Idempotent), cancellationToken)
                    .ConfigureAwait(false)
            );
        var run = await commands.UpgradeAsync(request.Several(Argument), cancellationToken).ConfigureAwait(false);
        return RunText.Outcome(run, context.Engine!, "applied", "downgrade");
    }
}
