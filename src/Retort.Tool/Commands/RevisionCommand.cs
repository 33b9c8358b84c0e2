using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort revision [--autogenerate] -m MESSAGE</c>: writes a new revision file.</summary>
internal sealed class RevisionCommand : ToolCommand
{
    /// <summary>The word that is typed.</summary>
    public const string Word = "revision";

    private const string Message = "message";
    private const string Autogenerate = "autogenerate";
    private const string Id = "rev-id";
    private const string NoRename = "no-rename";
    private const string Rename = "rename";
    private const string AllowEmpty = "allow-empty";
    private const string Upgrade = "upgrade";
    private const string Revert = "revert";
    private const string Head = "head";
    private const string Splice = "splice";
    private const string BranchLabel = "branch-label";
    private const string VersionPath = "version-path";
    private const string DependsOn = "depends-on";

    public override string Name => Word;

    public override bool IsForSources => true;

    public override IReadOnlyList<string> Examples =>
        ["retort revision --autogenerate -m \"create heroes\"", "retort revision -m \"fill in ranks\""];

    public override CliCommand Define() =>
        new(Name, "Write a new revision file; the database is read, never changed.")
        {
            new Option<string>($"--{Message}", "-m") { Description = "What it does.", HelpName = "TEXT" },
            new Option<bool>($"--{Autogenerate}")
            {
                Description =
                    "Fill it with the difference between models and database; write nothing where there is none.",
            },
            new Option<string[]>($"--{Rename}")
            {
                Description = RenameOption.Description,
                HelpName = RenameOption.HelpName,
            },
            new Option<bool>($"--{NoRename}")
            {
                Description = "Drop and add what no --rename names, also where it looks like a rename.",
            },
            new Option<bool>($"--{AllowEmpty}") { Description = "Write a file also where there is no difference." },
            new Option<bool>($"--{Upgrade}") { Description = "Build the project, and apply what was written." },
            new Option<string>($"--{Revert}")
            {
                Description = "Write what undoes a revision, from what that one does.",
                HelpName = "REV",
            },
            new Option<string>($"--{Head}")
            {
                Description = "What it follows; `base` for a new beginning.",
                HelpName = "REV",
            },
            new Option<bool>($"--{Splice}") { Description = "Begin a branch at a revision that another follows." },
            new Option<string>($"--{BranchLabel}")
            {
                Description = "The name of the branch that begins with it.",
                HelpName = "LABEL",
            },
            new Option<string>($"--{VersionPath}")
            {
                Description = "The folder of its file, one of those with revisions.",
                HelpName = "FOLDER",
            },
            new Option<string[]>($"--{DependsOn}")
            {
                Description = "What must be applied before it, without being followed; can be repeated.",
                HelpName = "REV",
            },
            new Option<string>($"--{Id}") { Description = "Its id; a random one unless given.", HelpName = "ID" },
        };

    public override CommandNeeds Needs(CommandRequest request) =>
        request.Has(Autogenerate) || request.Has(Revert) || request.Has(Upgrade)
            ? CommandNeeds.Project
            : NeedsToWrite(request, CommandNeeds.Sources);

    /// <summary>The request with an id, by which what is written is found again after a build.</summary>
    public static CommandRequest WithId(CommandRequest request) =>
        request.Has(Id) ? request : request.With(Id, Guid.NewGuid().ToString("N")[..12]);

    /// <summary>The request that applies what another one has written.</summary>
    public static CommandRequest ToUpgrade(CommandRequest written) =>
        new CommandRequest("upgrade", written.Values).With("target", written[Id]!);

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (request.Has(Revert) && request.Has(Autogenerate))
            throw UsageException.CommandLine(
                [$"--{Revert} and --{Autogenerate} say two different things."],
                "Leave out one of them."
            );
        var result = await Writing(request, context)
            .RevisionAsync(
                new RevisionOptions
                {
                    Message = request[Message],
                    Autogenerate = request.Has(Autogenerate),
                    Renames = RenameOption.Of(request),
                    NoRename = request.Has(NoRename),
                    Confirm = Question.CanBeAsked(request) ? IsRenameAsync : null,
                    AllowEmpty = request.Has(AllowEmpty),
                    Revert = request[Revert],
                    Head = request[Head] ?? "head",
                    Splice = request.Has(Splice),
                    BranchLabel = request[BranchLabel],
                    VersionPath = request[VersionPath],
                    DependsOn = request.Several(DependsOn),
                    Id = request[Id],
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        var attention = (result.Changes?.Warnings ?? []).Select(warning => $"  Attention: {warning}");
        return request.Has(Upgrade) && result.Path is not null
            ? Outcome.Unfinished([.. attention, .. Written(result)])
            : new([.. Lines(result, context)], () => Json(result)) { Notes = [.. attention] };
    }

    private static ValueTask<bool> IsRenameAsync(Migrations.Rename rename, CancellationToken cancellationToken) =>
        Question.IsYesAsync(
            $"{char.ToUpperInvariant(rename.Instead[0])}{rename.Instead[1..]}. Was it renamed?",
            cancellationToken
        );

    private static IEnumerable<string> Lines(RevisionResult result, CommandContext context) =>
        result.Path is null
            ? ["Models and database agree; nothing was written."]
            :
            [
                .. Written(result),
                $"Next: read it, then type `retort upgrade {RevisionText.Target(context, result.Id!)}`. To undo, delete the file.",
            ];

    private static IEnumerable<string> Written(RevisionResult result) =>
        [
            .. (result.Changes?.Detected ?? []).Select(line => $"  {line}"),
            $"  Generated {Path.GetRelativePath(Environment.CurrentDirectory, result.Path!)}",
        ];

    private static JsonObject Json(RevisionResult result) =>
        new()
        {
            ["id"] = result.Id,
            ["path"] = result.Path,
            ["detected"] = JsonText.Array(result.Changes?.Detected ?? []),
            ["warnings"] = JsonText.Array(result.Changes?.Warnings ?? []),
        };
}
