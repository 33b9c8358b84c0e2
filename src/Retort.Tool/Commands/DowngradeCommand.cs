using System.CommandLine;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort downgrade TARGET</c>: undoes what is above the target.</summary>
internal sealed class DowngradeCommand : ToolCommand
{
    private const string Sql = "sql";
    private const string Idempotent = "idempotent";
    private const string Tag = "tag";

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
        if (ScriptOption.Of(request, request[Argument]!, from: null) is { } range)
            return ScriptOption.Outcome(
                await commands
                    .DowngradeScriptAsync(range, request.Has(Idempotent), cancellationToken)
                    .ConfigureAwait(false)
            );
        var run = await commands.DowngradeAsync(request[Argument]!, cancellationToken).ConfigureAwait(false);
        return RunText.Outcome(run, context.Engine!, "undone", "upgrade");
    }
}
