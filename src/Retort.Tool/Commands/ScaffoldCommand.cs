using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort scaffold --url URL -o FOLDER</c>: writes models for a database that is there.</summary>
internal sealed class ScaffoldCommand : ToolCommand
{
    private const string Folder = "output";
    private const string Namespace = "namespace";
    private const string Force = "force";

    public override string Name => "scaffold";

    public override bool IsForSources => true;

    public override IReadOnlyList<string> Examples => ["retort scaffold --url postgresql://user@host/app"];

    public override CliCommand Define() =>
        new(
            Name,
            "Write models for a database that is there: a class for each table, and in SQL what classes cannot say."
        )
        {
            new Option<string>($"--{Folder}", "-o")
            {
                Description = "The folder; `Models` unless given.",
                HelpName = "FOLDER",
            },
            new Option<string>($"--{Namespace}") { Description = "The namespace of the models.", HelpName = "NAME" },
            new Option<bool>($"--{Force}") { Description = "Write over files that are there already." },
        };

    public override CommandNeeds Needs(CommandRequest request) => CommandNeeds.Database;

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var folder = Path.GetFullPath(request[Folder] ?? "Models");
        var options = new ScaffoldOptions(folder, request[Namespace] ?? NamespaceHere(request))
        {
            Overwrite = request.Has(Force),
        };
        var result = await new MigrationCommands(context)
            .ScaffoldAsync(options, cancellationToken)
            .ConfigureAwait(false);
        return new([.. Lines(result)], () => Json(result));
    }

    /// <summary>In the project's namespace, where there is a project.</summary>
    private static string NamespaceHere(CommandRequest request) =>
        ProjectFinder.Here(request).FindForInit() is { } project
            ? $"{ProjectFile.Read(project).RootNamespace}.Models"
            : "Models";

    private static IEnumerable<string> Lines(ScaffoldResult result) =>
        [
            .. result.Files.Select(path => $"  Created {Path.GetRelativePath(Environment.CurrentDirectory, path)}"),
            .. result.Carried.Select(each => $"  Carried {each.Kind} {each.Name}"),
            .. result.Warnings.Select(warning => $"  Note    {warning}"),
            "Next: type `retort check`, which should find no difference, then `retort revision --autogenerate -m \"first\"` against an empty database.",
        ];

    private static JsonObject Json(ScaffoldResult result) =>
        new()
        {
            ["created"] = JsonText.Array(result.Files),
            ["carried"] = JsonText.Array([.. result.Carried.Select(each => $"{each.Kind} {each.Name}")]),
            ["warnings"] = JsonText.Array(result.Warnings),
        };
}
