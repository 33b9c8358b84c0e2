using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort plan upgrade|downgrade|stamp TARGET…</c>: the steps that would be taken; none is.</summary>
internal sealed class PlanCommand : ToolCommand
{
    private const string Kind = "command";
    private const string Targets = "targets";
    private const string From = "from";

    public override string Name => "plan";

    public override IReadOnlyList<string> Arguments => [Kind, Targets];

    public override IReadOnlyList<string> Examples =>
        ["retort plan upgrade head", "retort plan downgrade base --from head --json"];

    public override CliCommand Define() =>
        new(Name, "Show the steps that upgrade, downgrade or stamp would take. Changes nothing.")
        {
            new Argument<string>(Kind) { Description = "upgrade, downgrade or stamp.", HelpName = "COMMAND" },
            new Argument<string[]>(Targets)
            {
                Description = "What that command takes: head, heads, base, an id, +1 …",
                HelpName = "TARGET",
                Arity = ArgumentArity.OneOrMore,
            },
            new Option<string>($"--{From}")
            {
                Description =
                    "The version rows to start from, separated by commas; base: none. Without it they are read from the database.",
                HelpName = "REV,…",
            },
        };

    public override CommandNeeds Needs(CommandRequest request) =>
        request.Has(From) ? CommandNeeds.Sources : CommandNeeds.Project;

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var result = await new MigrationCommands(context)
            .PlanAsync(Options(request), cancellationToken)
            .ConfigureAwait(false);
        return new([.. Lines(result)], () => Json(result))
        {
            IsAnswer = true,
            Notes = result.Warning is { } warning ? [$"Warning: {warning}"] : [],
        };
    }

    private static PlanOptions Options(CommandRequest request)
    {
        var kind = request[Kind] switch
        {
            "upgrade" => PlanKind.Upgrade,
            "downgrade" => PlanKind.Downgrade,
            "stamp" => PlanKind.Stamp,
            var other => throw UsageException.CommandLine(
                [$"'{other}' cannot be planned."],
                "Type `retort plan upgrade`, `retort plan downgrade` or `retort plan stamp`, and a target."
            ),
        };
        var targets = request.Several(Targets);
        if (kind is PlanKind.Downgrade && targets.Count > 1)
            throw UsageException.CommandLine(
                ["A downgrade has one target."],
                "Type `retort plan downgrade TARGET`; a branch is chosen with label@TARGET."
            );
        return new(kind, targets)
        {
            From = request[From]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private static IEnumerable<string> Lines(PlanResult result) =>
        [
            $"From {RunText.At([.. result.Before.Select(revision => revision.Id)])}",
            .. result.Steps.Count == 0
                ? ["  nothing to do"]
                : result.Steps.Select(step => $"  {step.Id}{RevisionText.Message(step)}"),
            $"To   {RunText.At(result.Rows)}",
        ];

    private static JsonObject Json(PlanResult result) =>
        new()
        {
            ["steps"] = JsonText.Array(result.Steps.Select(step => step.Id)),
            ["rows"] = JsonText.Array(result.Rows),
        };
}
