using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort check</c>: whether models and database agree.</summary>
internal sealed class CheckCommand : ToolCommand
{
    public override string Name => "check";

    public override IReadOnlyList<string> Examples => ["retort check --json"];

    public override CliCommand Define() =>
        new(
            Name,
            "Tell whether models and database agree; exit code 3 where they differ or revisions are pending. Changes nothing."
        );

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var result = await new MigrationCommands(context).CheckAsync(cancellationToken).ConfigureAwait(false);
            return new([.. Lines(result)], () => Json(result.Detected, []))
            {
                ExitCode = result.IsEmpty ? ExitCode.Done : ExitCode.Differs,
            };
        }
        catch (BehindException behind) when (behind.Pending.Count > 0)
        {
            return new([behind.Message, behind.Hint!], () => Json([], behind.Pending)) { ExitCode = ExitCode.Differs };
        }
    }

    private static IEnumerable<string> Lines(AutogenerateResult result) =>
        result.IsEmpty
            ? ["Models and database agree."]
            :
            [
                .. result.Detected.Select(line => $"  {line}"),
                "Models and database differ. Next: type `retort revision --autogenerate -m \"what it does\"`.",
            ];

    private static JsonObject Json(IReadOnlyList<string> detected, IReadOnlyList<string> pending) =>
        new()
        {
            ["agree"] = detected.Count + pending.Count == 0,
            ["detected"] = JsonText.Array(detected),
            ["pending"] = JsonText.Array(pending),
        };
}
