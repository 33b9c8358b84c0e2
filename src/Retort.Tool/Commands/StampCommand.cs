using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort stamp REV…</c>: says which revisions the database has, and runs nothing.</summary>
internal sealed class StampCommand : ToolCommand
{
    private const string Purge = "purge";
    private const string Sql = "sql";

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
            new Option<bool>($"--{Sql}") { Description = ScriptOption.SqlDescription },
        };

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (ScriptOption.Of(request, Target(request), ScriptRange.Base) is { } range)
            return ScriptOption.Outcome(new MigrationCommands(context).StampScript(range));
        var options = new StampOptions(request.Several(Argument)) { Purge = request.Has(Purge) };
        var result = await new MigrationCommands(context).StampAsync(options, cancellationToken).ConfigureAwait(false);
        return new([.. Lines(result, context)], () => Json(result, context.Engine!));
    }

    /// <summary>The one target that a script has.</summary>
    private string Target(CommandRequest request) =>
        request.Has(Sql) && (request.Has(Purge) || request.Several(Argument).Count > 1)
            ? throw UsageException.CommandLine(
                [$"A script sets one target, and cannot know which rows --{Purge} would delete."],
                $"Pass one REV, or FROM:REV with FROM as `retort current` says it: rows with commas between."
            )
            : request.Several(Argument)[0];

    private static IEnumerable<string> Lines(StampResult result, CommandContext context)
    {
        var database = context.Engine!.Description;
        if (result.Before.SequenceEqual(result.Heads))
            yield return $"Nothing to do: {database} is at {RunText.At(result.Heads)}.";
        else
        {
            yield return $"{database} is at {RunText.At(result.Heads)} now; nothing was run.";
            var graph = context.Scripts.ReadGraph();
            yield return result.Before.All(row => graph.Find(row) is not null)
                ? $"To undo, type `retort stamp --{Purge} {(result.Before is [] ? "base" : string.Join(' ', result.Before))}`."
                : $"It was at {RunText.At(result.Before)}.";
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
