using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort stamp REV…</c>: says which revisions the database has, and runs nothing.</summary>
internal sealed class StampCommand : ToolCommand
{
    private const string Purge = "purge";

    public override string Name => "stamp";

    public override string Argument => "revision";

    public override IReadOnlyList<string> Examples => ["retort stamp head", "retort stamp --purge base"];

    public override CliCommand Define() =>
        new(Name, "Say which revisions the database has; nothing is run.")
        {
            new Argument<string[]>(Argument)
            {
                Description = "head, heads, base, an id or the beginning of one, a branch label; several.",
                HelpName = "REV",
                Arity = ArgumentArity.OneOrMore,
            },
            new Option<bool>($"--{Purge}")
            {
                Description = "Delete all version rows first, those of unknown revisions too.",
            },
        };

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var options = new StampOptions(request.Several(Argument)) { Purge = request.Has(Purge) };
        var result = await new MigrationCommands(context).StampAsync(options, cancellationToken).ConfigureAwait(false);
        return new([.. Lines(result, context.Engine!)], () => Json(result, context.Engine!));
    }

    private static IEnumerable<string> Lines(StampResult result, Engine engine)
    {
        if (result.Before.SequenceEqual(result.Heads))
            yield return $"Nothing to do: {engine.Description} is at {RunText.At(result.Heads)}.";
        else
        {
            yield return $"{engine.Description} is at {RunText.At(result.Heads)} now; nothing was run.";
            yield return $"To undo, type `retort stamp --{Purge} {(result.Before is [] ? "base" : string.Join(' ', result.Before))}`.";
        }
    }

    private static JsonObject Json(StampResult result, Engine engine) =>
        new()
        {
            ["database"] = engine.Description,
            ["before"] = JsonText.Array(result.Before),
            ["heads"] = JsonText.Array(result.Heads),
        };
}
