using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort revision [--autogenerate] -m MESSAGE</c>: writes a new revision file.</summary>
internal sealed class RevisionCommand : ToolCommand
{
    private const string Message = "message";
    private const string Autogenerate = "autogenerate";
    private const string Id = "rev-id";
    private const string NoRename = "no-rename";
    private const string Rename = "rename";

    public override string Name => "revision";

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
            new Option<string>($"--{Id}") { Description = "Its id; a random one unless given.", HelpName = "ID" },
        };

    public override CommandNeeds Needs(CommandRequest request) =>
        request.Has(Autogenerate) ? CommandNeeds.Project : CommandNeeds.Sources;

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var project = ProjectFile.Read(ProjectFinder.Here(request).Find().Path);
        var result = await new MigrationCommands(context with { Namespace = project.MigrationsNamespace })
            .RevisionAsync(
                new RevisionOptions
                {
                    Message = request[Message],
                    Autogenerate = request.Has(Autogenerate),
                    Renames = RenameOption.Of(request),
                    NoRename = request.Has(NoRename),
                    Confirm = Question.CanBeAsked(request) ? IsRenameAsync : null,
                    Id = request[Id],
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return new([.. Lines(result)], () => Json(result))
        {
            Notes = [.. (result.Changes?.Warnings ?? []).Select(warning => $"  Attention: {warning}")],
        };
    }

    private static ValueTask<bool> IsRenameAsync(Migrations.Rename rename, CancellationToken cancellationToken) =>
        Question.IsYesAsync(
            $"{char.ToUpperInvariant(rename.Instead[0])}{rename.Instead[1..]}. Was it renamed?",
            cancellationToken
        );

    private static IEnumerable<string> Lines(RevisionResult result) =>
        result.Path is null
            ? ["Models and database agree; nothing was written."]
            :
            [
                .. (result.Changes?.Detected ?? []).Select(line => $"  {line}"),
                $"  Generated {Path.GetRelativePath(Environment.CurrentDirectory, result.Path)}",
                $"Next: read it, then type `retort upgrade head`. To undo, delete the file.",
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
