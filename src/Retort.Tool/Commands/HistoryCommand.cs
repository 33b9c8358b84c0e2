using System.CommandLine;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort history</c>: the revisions, newest first, as the sources have them; a database is opened only where it is asked for.</summary>
internal sealed class HistoryCommand : ToolCommand
{
    private const string Range = "rev-range";
    private const string IndicateCurrent = "indicate-current";

    public override string Name => "history";

    public override IReadOnlyList<string> Examples => ["retort history -v"];

    public override CliCommand Define() =>
        new(Name, "List the revisions, newest first. Reads the sources only, unless the database is asked for.")
        {
            new Option<string>($"--{Range}", "-r")
            {
                Description = "A part of it, both ends included: a:b, a:, :b, -2:current, current:+1.",
                HelpName = "START:END",
            },
            new Option<bool>($"--{IndicateCurrent}", "-i")
            {
                Description = "Mark what the database has: current, applied, pending.",
            },
        };

    /// <summary>Retort.Migrations knows best what a range is, but must not be loaded before it is known whose.</summary>
    public override CommandNeeds Needs(CommandRequest request) =>
        request.Has(IndicateCurrent) || request[Range]?.Split(':', '@', '+', '-').Contains("current") is true
            ? CommandNeeds.Project
            : CommandNeeds.Sources;

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var entries = await new MigrationCommands(context)
            .HistoryAsync(Options(request), cancellationToken)
            .ConfigureAwait(false);
        return new([.. Lines(entries, request)], () => new() { ["revisions"] = RevisionText.Json(entries) })
        {
            IsAnswer = true,
        };
    }

    private static HistoryOptions Options(CommandRequest request) =>
        new() { Range = request[Range], IndicateCurrent = request.Has(IndicateCurrent) };

    private static IEnumerable<string> Lines(IReadOnlyList<RevisionEntry> entries, CommandRequest request) =>
        entries.Count == 0 ? [request.Has(Range) ? "There is no revision in this range." : RevisionText.None]
        : request.Has("verbose") ? entries.SelectMany(RevisionText.Paragraph)
        : entries.Select(RevisionText.Line);
}
