using System.Text.Json.Nodes;
using Retort.Migrations;
using Retort.Migrations.Tests.Revisions;

namespace Retort.Tool.Tests.Commands;

/// <summary>What a command did, run in this process.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Text">What a person reads: results and notes, or the error.</param>
/// <param name="Json">What <c>--json</c> prints.</param>
internal sealed record Ran(int ExitCode, string Text, JsonObject Json)
{
    /// <summary>An array of texts in the document.</summary>
    public string Array(string name) => string.Join(' ', Json[name]!.AsArray().Select(each => $"{each}"));

    /// <summary>The ids of an array of revisions in the document.</summary>
    public string Ids(string name = "revisions") =>
        string.Join(' ', Json[name]!.AsArray().Select(each => $"{each!["id"]}"));

    /// <summary>The code of the error.</summary>
    public string? Code => (string?)Json["error"]?["code"];
}

/// <summary>A migrations folder without a project, whose revisions are told in a line each as <see cref="Graphs"/> has them.</summary>
internal sealed class SourceFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SourceFolder(params IEnumerable<string> lines)
        : this(lines.Select(Graphs.Parse)) { }

    public SourceFolder(IEnumerable<Revision> revisions)
    {
        _folder.Write("migrations/versions/.keep", "");
        foreach (var (index, revision) in revisions.Index())
            _folder.Write($"migrations/versions/{index:00}_{revision.Id}.cs", Text(revision));
    }

    /// <summary>The folder.</summary>
    public string Path => _folder.Path;

    /// <summary>The database; null: commands read the sources only.</summary>
    public Engine? Engine { get; init; }

    /// <summary>What each revision does, by its id; null: nothing is compiled.</summary>
    public Func<string, CompiledRevision>? Compile { get; init; }

    /// <summary>Deletes the file of a revision.</summary>
    public void Delete(string id) =>
        File.Delete(Directory.EnumerateFiles(_folder.PathOf("migrations", "versions"), $"*_{id}.cs").Single());

    /// <summary>Writes a file beside the revisions.</summary>
    public void Write(string name, string text) => _folder.Write($"migrations/versions/{name}", text);

    /// <summary>Runs a command line.</summary>
    public async Task<Ran> RunAsync(params string[] arguments)
    {
        try
        {
            var request = CommandLineParser.Parse(arguments, TextWriter.Null)!;
            var context = new CommandContext(new MigrationsConfig(_folder.Path)) { Engine = Engine };
            if (Compile is not null)
                context = context with { Compiled = Compiled(context.Scripts, Compile) };
            var outcome = await ToolCommands
                .Find(request.Command)
                .RunAsync(request, context, TestContext.Current.CancellationToken);
            return new(outcome.ExitCode, string.Join('\n', [.. outcome.Notes, .. outcome.Lines]), outcome.Json());
        }
        catch (RetortException error)
        {
            var report = new ErrorReport(error, withStack: false);
            return new(report.ExitCode, string.Join('\n', report.Lines), report.Json);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static List<CompiledRevision> Compiled(ScriptDirectory scripts, Func<string, CompiledRevision> compile) =>
        [.. scripts.Scan().Select(script => compile(script.Revision.Id) with { Hash = script.ContentHash })];

    private static string Text(Revision revision) =>
        $"""
            using Retort.Migrations;

            [Revision("{revision.Id}", Message = "do {revision.Id}")]
            {Attribute("Revises", revision.DownRevisions)}
            {Attribute("DependsOn", revision.DependsOn)}
            {Attribute("BranchLabel", revision.BranchLabels)}
            public sealed class R{revision.Id} : Migration;
            """;

    private static string Attribute(string name, IReadOnlyList<string> values) =>
        values.Count == 0 ? "" : $"[{name}({string.Join(", ", values.Select(value => $"\"{value}\""))})]";
}
