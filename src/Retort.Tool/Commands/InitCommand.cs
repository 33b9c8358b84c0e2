using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort init [FOLDER]</c>: prepares a project for revisions.</summary>
internal sealed class InitCommand : SourceCommand
{
    private const string Folder = "folder";

    public override string Name => "init";

    public override CliCommand Define() =>
        new(Name, "Prepare a project for revisions: write retort.json and the migrations folder, keep what exists.")
        {
            new Argument<string>(Folder)
            {
                Description = "The migrations folder; `migrations` unless given.",
                HelpName = "FOLDER",
                Arity = ArgumentArity.ZeroOrOne,
            },
        };

    public override Outcome Run(CommandRequest request)
    {
        var directory = Environment.CurrentDirectory;
        var project = ProjectFinder.Here(request).FindForInit();
        var result = new InitScaffold(directory, project).Run(request[Folder]);
        return new(
            [.. Lines(result, path => Path.GetRelativePath(directory, path)), .. Next(result, project)],
            () => Json(result)
        );
    }

    private static IEnumerable<string> Lines(InitResult result, Func<string, string> relative) =>
        [
            .. result.Created.Select(path => $"  Created {relative(path)}"),
            .. result.Kept.Select(path => $"  Kept    {relative(path)}, which was there already"),
            .. result.Notes.Select(note => $"  Note    {note}"),
            .. result.Url is null ? [] : new[] { $"  The database is {result.Url} (retort.json)." },
        ];

    private static IEnumerable<string> Next(InitResult result, ProjectFile? project)
    {
        if (project is null)
            yield return "There is no project file yet: type `dotnet new console`, or name the project in retort.json.";
        if (result.MissingPackages.Count > 0)
            yield return "Packages are missing; type:";
        foreach (var command in result.MissingPackages)
            yield return $"  {command}";
        yield return "Write a class with [Table], then type: retort revision --autogenerate -m \"what it does\"";
    }

    private static JsonObject Json(InitResult result) =>
        new()
        {
            ["created"] = RevisionText.Texts(result.Created),
            ["kept"] = RevisionText.Texts(result.Kept),
            ["missingPackages"] = RevisionText.Texts(result.MissingPackages),
            ["url"] = result.Url,
            ["notes"] = RevisionText.Texts(result.Notes),
        };
}
