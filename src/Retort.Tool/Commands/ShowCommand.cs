using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort show REV…</c>: revisions in full; with <c>--verbose</c> also what they do.</summary>
internal sealed class ShowCommand : ToolCommand
{
    private const string Revisions = "revisions";

    public override string Name => "show";

    public override string Argument => Revisions;

    public override IReadOnlyList<string> Examples => ["retort show head", "retort show 3f2a -v"];

    public override CliCommand Define() =>
        new(Name, "Show revisions: file, parents, message; with --verbose also their operations and SQL.")
        {
            new Argument<string[]>(Revisions)
            {
                Description = "An id or the beginning of one, a branch label, head, heads, current …",
                HelpName = "REV",
                Arity = ArgumentArity.OneOrMore,
            },
        };

    public override CommandNeeds Needs(CommandRequest request) =>
        request.Has("verbose") || request.Several(Revisions).Contains("current")
            ? CommandNeeds.Project
            : CommandNeeds.Sources;

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var shown = await new MigrationCommands(context)
            .ShowAsync(Options(request), cancellationToken)
            .ConfigureAwait(false);
        return new([.. shown.SelectMany(Lines)], () => Json(shown)) { IsScript = true };
    }

    private static ShowOptions Options(CommandRequest request) =>
        new(request.Several(Revisions)) { Operations = request.Has("verbose") };

    private static IEnumerable<string> Lines(ShownRevision shown) =>
        [
            .. RevisionText.Paragraph(shown.Entry),
            .. Lines("Upgrade", shown.Upgrade),
            .. Lines("Downgrade", shown.Downgrade),
        ];

    private static IEnumerable<string> Lines(string name, ShownWay? way) =>
        way is null
            ? []
            :
            [
                $"{name}:",
                .. way.Operations.Append("").SelectMany(Indented),
                $"{name} as SQL:",
                .. way.Sql.Select(End).Append("").SelectMany(Indented),
            ];

    private static string End(string sql) => sql.StartsWith("--", StringComparison.Ordinal) ? sql : $"{sql};";

    private static IEnumerable<string> Indented(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? "" : $"    {line}");

    private static JsonObject Json(IReadOnlyList<ShownRevision> shown) =>
        new() { ["revisions"] = new JsonArray([.. shown.Select(Json)]) };

    private static JsonObject Json(ShownRevision shown)
    {
        var json = RevisionText.Json(shown.Entry);
        if (shown.Upgrade is { } upgrade)
            json["upgrade"] = Json(upgrade);
        if (shown.Downgrade is { } downgrade)
            json["downgrade"] = Json(downgrade);
        return json;
    }

    private static JsonObject Json(ShownWay way) =>
        new() { ["operations"] = JsonText.Array(way.Operations), ["sql"] = JsonText.Array(way.Sql) };
}
