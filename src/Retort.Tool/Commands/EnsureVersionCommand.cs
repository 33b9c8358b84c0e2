using System.CommandLine;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort ensure-version</c>: creates the tables in which the database remembers its revisions.</summary>
internal sealed class EnsureVersionCommand : ToolCommand
{
    private const string Sql = "sql";

    public override string Name => "ensure-version";

    public override IReadOnlyList<string> Examples => ["retort ensure-version"];

    public override CliCommand Define() =>
        new(Name, "Create the version table and the history table where they are missing.")
        {
            new Option<bool>($"--{Sql}") { Description = ScriptOption.SqlDescription },
        };

    public override async Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        if (request.Has(Sql))
            return Script(new MigrationCommands(context).EnsureVersionScript());
        var created = await new MigrationCommands(context).EnsureVersionAsync(cancellationToken).ConfigureAwait(false);
        return new([Line(created, context.Engine!)], () => Json(created, context.Engine!));
    }

    private static Outcome Script(string sql) =>
        new(ScriptOption.Lines(sql), () => new() { ["sql"] = sql }) { IsScript = true };

    private static string Line(IReadOnlyList<TableName> created, Engine engine) =>
        created.Count == 0
            ? $"Nothing to do: {engine.Description} has both tables."
            : $"Created {string.Join(" and ", created)} in {engine.Description}.";

    private static JsonObject Json(IReadOnlyList<TableName> created, Engine engine) =>
        new()
        {
            ["database"] = engine.Description,
            ["created"] = JsonText.Array(created.Select(table => table.ToString())),
        };
}
