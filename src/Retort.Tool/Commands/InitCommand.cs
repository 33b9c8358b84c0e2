using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort init [FOLDER]</c>: prepares a project for revisions.</summary>
internal sealed class InitCommand : ToolCommand
{
    private const string Template = "template";
    private const string Baseline = "baseline";

    public override string Name => "init";

    public override string Argument => "folder";

    public override bool IsForSources => true;

    public override IReadOnlyList<string> Examples => ["retort init", "retort init db/migrations"];

    public override CliCommand Define() =>
        new(Name, "Prepare a project for revisions: write retort.json and the migrations folder, keep what exists.")
        {
            new Argument<string>(Argument)
            {
                Description = "The migrations folder; `migrations` unless given.",
                HelpName = "FOLDER",
                Arity = ArgumentArity.ZeroOrOne,
            },
            new Option<string>($"--{Template}")
            {
                Description = "The files to begin with; `retort list-templates` lists them.",
                HelpName = "NAME",
            },
            new Option<bool>($"--{Baseline}")
            {
                Description = "Take over a database that is there: write the revision that makes it, and stamp it.",
            },
        };

    public override CommandNeeds Needs(CommandRequest request) =>
        request.Has(Baseline) ? NeedsToWrite(request, CommandNeeds.Database) : CommandNeeds.Sources;

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var directory = Environment.CurrentDirectory;
        var project = ProjectFinder.Here(request).FindForInit();
        var options = new InitOptions(directory, project, request[Argument], request["url"])
        {
            Template = request[Template] ?? InitTemplate.Generic.Name,
        };
        if (!request.Has(Baseline))
        {
            var result = Migrations.InitCommand.Run(options);
            return new Outcome([.. Lines(result, directory), .. Next(result, project)], () => Json(result));
        }
        var baseline = await Migrations
            .InitCommand.BaselineAsync(options, context, cancellationToken)
            .ConfigureAwait(false);
        return new Outcome(
            [.. Lines(baseline.Init, directory), .. Lines(baseline, context.Engine!, directory)],
            () => Json(baseline)
        )
        {
            Notes = [.. baseline.Warnings.Select(warning => $"  Attention: {warning}")],
        };
    }

    private static IEnumerable<string> Lines(BaselineResult result, Engine engine, string directory) =>
        [
            $"  Generated {Path.GetRelativePath(directory, result.Revision.Path!)}",
            $"  {engine.Description} is at {RunText.At(result.Stamp.Heads)} now; nothing was run.",
            .. result.Init.MissingPackages is [] ? [] : new[] { "Packages are missing; type:" },
            .. result.Init.MissingPackages.Select(command => $"  {command}"),
            "Next: type `retort scaffold` where there are no models yet, then `retort check`.",
        ];

    private static JsonObject Json(BaselineResult result)
    {
        var json = Json(result.Init);
        json["revision"] = result.Revision.Id;
        json["path"] = result.Revision.Path;
        json["warnings"] = JsonText.Array(result.Warnings);
        return json;
    }

    private static IEnumerable<string> Lines(InitResult result, string directory) =>
        [
            .. result.Created.Select(path => $"  Created {Path.GetRelativePath(directory, path)}"),
            .. result.Kept.Select(path =>
                $"  Kept    {Path.GetRelativePath(directory, path)}, which was there already"
            ),
            .. result.Notes.Select(note => $"  Note    {note}"),
            .. result.Url is null ? [] : new[] { $"  The database is {Masked(result.Url)}; retort.json says so." },
        ];

    /// <summary>A URL without its password; a placeholder as it is.</summary>
    private static string Masked(string url) =>
        url.Contains("://", StringComparison.Ordinal) && !url.Contains("${", StringComparison.Ordinal)
            ? DatabaseUrl.Parse(url).ToString()
            : url;

    private static IEnumerable<string> Next(InitResult result, string? project)
    {
        if (project is null)
            yield return "There is no project file yet: type `dotnet new console`, or name the project in retort.json.";
        if (result.MissingPackages.Count > 0)
            yield return "Packages are missing; type:";
        foreach (var command in result.MissingPackages)
            yield return $"  {command}";
        yield return "Next: write a class with [Table], then type `retort revision --autogenerate -m \"what it does\"`.";
    }

    private static JsonObject Json(InitResult result) =>
        new()
        {
            ["created"] = JsonText.Array(result.Created),
            ["kept"] = JsonText.Array(result.Kept),
            ["missingPackages"] = JsonText.Array(result.MissingPackages),
            ["url"] = result.Url is { } url ? Masked(url) : null,
            ["notes"] = JsonText.Array(result.Notes),
        };
}
