using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort check</c>: whether models and database agree.</summary>
internal sealed class CheckCommand : ProjectCommand
{
    public override string Name => "check";

    public override CliCommand Define() =>
        new(
            Name,
            "Say whether models and database agree: exit code 0 if they do, 3 if they differ or revisions are pending."
        );

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        HostedProject project,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var result = await new Migrations.CheckCommand(project.Context)
                .RunAsync(cancellationToken)
                .ConfigureAwait(false);
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
                .. result.Detected.Select(words => $"  {words}"),
                "Models and database differ. To write a revision: retort revision --autogenerate -m \"what it does\"",
            ];

    private static JsonObject Json(IEnumerable<string> detected, IEnumerable<string> pending) =>
        new() { ["detected"] = RevisionText.Texts(detected), ["pending"] = RevisionText.Texts(pending) };
}
