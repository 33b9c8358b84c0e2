using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort edit REV</c>: opens the file of a revision.</summary>
internal sealed class EditCommand : ToolCommand
{
    public override string Name => "edit";

    public override string Argument => "revision";

    public override IReadOnlyList<string> Examples => ["retort edit head"];

    public override bool IsForSources => true;

    public override CliCommand Define() =>
        new(Name, "Open the file of a revision in $EDITOR.")
        {
            new Argument<string>(Argument)
            {
                Description = "head, heads, current, an id or the beginning of one, a branch label.",
                HelpName = "REV",
            },
        };

    public override CommandNeeds Needs(CommandRequest request) =>
        request[Argument] == "current" ? CommandNeeds.Project : CommandNeeds.Sources;

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var files = await new MigrationCommands(context)
            .EditAsync(request[Argument]!, cancellationToken)
            .ConfigureAwait(false);
        if (!Question.CanBeAsked(request) || Console.IsOutputRedirected)
            return new([.. files], () => Json(files, null))
            {
                Notes = ["There is no terminal, so no editor is opened:"],
            };
        var editor = Editor.Find();
        var exitCode = await editor.OpenAsync(files, cancellationToken).ConfigureAwait(false);
        return exitCode == 0
            ? new([.. files.Select(file => $"Edited {file}")], () => Json(files, exitCode))
            : new([], () => Json(files, exitCode))
            {
                Notes = [$"{editor.Command} ended with exit code {exitCode}."],
                ExitCode = ExitCode.Failed,
            };
    }

    private static JsonObject Json(IReadOnlyList<string> files, int? exitCode) =>
        new() { ["paths"] = JsonText.Array(files), ["editorExitCode"] = exitCode };
}
