using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort current</c>: which revisions the database is at.</summary>
internal sealed class CurrentCommand : ToolCommand
{
    private const string CheckHeads = "check-heads";

    public override string Name => "current";

    public override IReadOnlyList<string> Examples => ["retort current"];

    public override CliCommand Define() =>
        new(Name, "Show which revisions the database is at. Creates nothing.")
        {
            new Option<bool>($"--{CheckHeads}")
            {
                Description = "End with exit code 3 where the database has not every head.",
            },
        };

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var result = await new MigrationCommands(context).CurrentAsync(cancellationToken).ConfigureAwait(false);
        var isBehind = request.Has(CheckHeads) && !(result is { IsAtHeads: true, Lost: [], Partly: [] });
        return new([.. Lines(result, request.Has("verbose"))], () => Json(result))
        {
            IsAnswer = true,
            ExitCode = isBehind ? ExitCode.Differs : ExitCode.Done,
            Notes = isBehind ? [Note(result)] : [],
        };
    }

    private static IEnumerable<string> Lines(CurrentResult result, bool verbose) =>
        [
            .. Rows(result, verbose),
            .. result.Lost.SelectMany(lost => Lines(lost, result.RowsWithoutLost)),
            .. result.Partly.Select(Line),
        ];

    private static IEnumerable<string> Rows(CurrentResult result, bool verbose) =>
        !result.IsThere ? ["There is no database yet; `retort upgrade head` creates it."]
        : result is { Revisions: [], Lost: [] } ? ["No revision is applied; `retort upgrade heads` applies them."]
        : verbose ? result.Revisions.Concat(result.Implied).SelectMany(RevisionText.Paragraph)
        : [.. result.Revisions.Select(RevisionText.Name), .. result.Implied.Select(Implied)];

    private static string Implied(RevisionEntry entry) =>
        $"{RevisionText.Name(entry)} (applied as a dependency; has no row)";

    private static IEnumerable<string> Lines(LostRevision lost, IReadOnlyList<string> instead)
    {
        yield return $"{lost.Id} (no file of the sources has this revision)";
        yield return lost.Nearest is { } nearest
            ? $"  The last one applied before it that has a file is {nearest.Id}{RevisionText.Message(nearest)}."
            : "  The history table knows of none before it that has a file.";
        yield return $"  Bring back its file; or type `retort stamp --purge {(instead is [] ? "ID" : string.Join(' ', instead))}`, which changes the version rows only.";
    }

    private static string Line(PartlyRun run) =>
        $"{run.State}. "
        + (
            run.Command is { } command
                ? $"To go on, type `{command}`."
                : "No file of the sources has this revision: bring it back to go on; or undo it by hand, then type `retort stamp`."
        );

    private static string Note(CurrentResult result) =>
        result.Partly.FirstOrDefault(run => run.Command is not null) is { } run
            ? $"The database has a revision in part; `{run.Command}` finishes it."
            : "The database is not on all heads; `retort upgrade heads` applies what is missing.";

    private static JsonObject Json(CurrentResult result) =>
        new()
        {
            ["exists"] = result.IsThere,
            ["atHeads"] = result.IsAtHeads,
            ["revisions"] = RevisionText.Json(result.Revisions),
            ["implied"] = RevisionText.Json(result.Implied),
            ["lost"] = new JsonArray([
                .. result.Lost.Select(lost => new JsonObject { ["id"] = lost.Id, ["nearest"] = lost.Nearest?.Id }),
            ]),
            ["partly"] = new JsonArray([
                .. result.Partly.Select(run => new JsonObject
                {
                    ["id"] = run.Id,
                    ["direction"] = run.Direction is Direction.Upgrade ? "upgrade" : "downgrade",
                    ["partsDone"] = run.Done,
                }),
            ]),
        };
}
