using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort diff FROM TO</c>: what turns one schema into another.</summary>
internal sealed class DiffCommand : ToolCommand
{
    private const string From = "from";
    private const string To = "to";
    private const string Sql = "sql";
    private const string CSharp = "csharp";
    private const string Models = "models";
    private const string Rename = "rename";

    public override string Name => "diff";

    public override IReadOnlyList<string> Arguments => [From, To];

    public override IReadOnlyList<string> Examples => ["retort diff models sqlite:///app.db"];

    public override CliCommand Define() =>
        new(Name, "Tell what turns one schema into another; exit code 3 where they differ. Changes nothing.")
        {
            Side(From, "What is to be changed: `models`, the URL of a database, or a revision, such as head."),
            Side(To, "What it is to become: as FROM."),
            new Option<bool>($"--{Sql}")
            {
                Description = "Print the script that turns FROM into TO, and nothing else.",
            },
            new Option<string[]>($"--{Rename}")
            {
                Description = RenameOption.Description,
                HelpName = RenameOption.HelpName,
            },
            new Option<bool>($"--{CSharp}") { Description = "Print the operations, as a revision file has them." },
        };

    /// <summary>Two databases need no project.</summary>
    public override CommandNeeds Needs(CommandRequest request) =>
        IsUrl(request[From]) && IsUrl(request[To]) ? CommandNeeds.Database : CommandNeeds.Project;

    /// <summary>The first that is one; else the project's, which says of what kind models and revisions are.</summary>
    public override (string Url, string By)? Database(CommandRequest request) =>
        request[From] is { } from && IsUrl(from) ? (from, "FROM")
        : request[To] is { } to && IsUrl(to) ? (to, "TO")
        : base.Database(request);

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (request.Has(Sql) && request.Has(CSharp) && !request.Has("json"))
            throw UsageException.CommandLine(
                [$"--{Sql} and --{CSharp} cannot both be printed."],
                "Choose one, or pass --json, which has both."
            );
        if (Needs(request) is not CommandNeeds.Database)
            return await RunAsync(request, context, context.Engine!, cancellationToken).ConfigureAwait(false);
        var second = Engine.Create(request[To]!);
        await using (second.ConfigureAwait(false))
            return await RunAsync(request, context, second, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="request">The command line.</param>
    /// <param name="context">The project, and the first database that was named.</param>
    /// <param name="second">The database of TO, where TO is one.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    private static async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        Engine second,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (SideOf(request[From]!, context.Engine!), SideOf(request[To]!, second));
        var result = await new MigrationCommands(context)
            .DiffAsync(from, to, RenameOption.Of(request), cancellationToken)
            .ConfigureAwait(false);
        return new([.. Lines(request, result)], () => Json(result))
        {
            IsScript = true,
            ExitCode = result.IsEmpty ? ExitCode.Done : ExitCode.Differs,
            Notes =
            [
                .. to is DiffSide.Database && from is DiffSide.Database
                    ? [$"Database {second.Description} (from TO)"]
                    : Array.Empty<string>(),
                .. result.Notes.Select(Words),
            ],
        };
    }

    private static Argument<string> Side(string name, string description) =>
        new(name) { Description = description, HelpName = name.ToUpperInvariant() };

    private static bool IsUrl(string? side) => side?.Contains("://", StringComparison.Ordinal) is true;

    private static DiffSide SideOf(string side, Engine engine) =>
        IsUrl(side) ? new DiffSide.Database(engine)
        : side == Models ? new DiffSide.Models()
        : new DiffSide.Revision(side);

    private static IEnumerable<string> Lines(CommandRequest request, DiffResult result) =>
        request.Has(Sql) ? Statements(result)
        : request.Has(CSharp) ? (result.Changes.IsEmpty ? [] : [result.CSharp.TrimEnd()])
        : result.IsEmpty ? ["FROM and TO are equal."]
        : [.. result.Changes.Detected.Select(line => $"  {line}"), "FROM and TO differ."];

    private static IEnumerable<string> Statements(DiffResult result) => result.Script.Select(sql => $"{sql};");

    private static string Words(DiffNote note) =>
        note.Kind switch
        {
            DiffNoteKind.Destroys => $"Destroys {note.Text}",
            DiffNoteKind.Renamed => $"Drops and adds; if it was renamed, rename it first: {note.Text}",
            _ => $"Not compared, {note.Text}",
        };

    private static JsonObject Json(DiffResult result) =>
        new()
        {
            ["equal"] = result.IsEmpty,
            ["detected"] = JsonText.Array(result.Changes.Detected),
            ["sql"] = string.Join('\n', Statements(result)),
            ["csharp"] = result.CSharp.TrimEnd(),
            ["destroys"] = Texts(result, DiffNoteKind.Destroys),
            ["renamed"] = Texts(result, DiffNoteKind.Renamed),
            ["notCompared"] = Texts(result, DiffNoteKind.Unread),
        };

    private static JsonArray Texts(DiffResult result, DiffNoteKind kind) =>
        JsonText.Array(result.Notes.Where(note => note.Kind == kind).Select(note => note.Text));
}
