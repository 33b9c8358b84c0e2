using System.CommandLine;
using System.CommandLine.Completions;
using System.Globalization;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>
/// What may come next on a command line: commands, options, and the ids and labels of the revisions as the sources have them. Asked
/// for by <c>retort "[suggest:POSITION]" "LINE"</c>, which the scripts of <c>retort completion</c> do.
/// </summary>
internal sealed class Completion
{
    private const string Begin = "[suggest:";
    private const string End = "]";

    /// <summary>What every history has.</summary>
    private static readonly string[] Symbols = ["head", "heads", "base"];

    /// <summary>Arguments and options that take revisions.</summary>
    private static readonly string[] OfRevisions =
    [
        "target",
        "targets",
        "revision",
        "revisions",
        "--from",
        "--head",
        "--revert",
        "--depends-on",
        "--rev-range",
    ];

    private readonly string _line;

    private Completion(string line) => _line = line;

    /// <summary>What a command line asks for; null where it is an ordinary one.</summary>
    public static Completion? Of(string[] arguments) =>
        arguments is [var asked, var line]
        && asked.StartsWith(Begin, StringComparison.Ordinal)
        && asked.EndsWith(End, StringComparison.Ordinal)
        && int.TryParse(asked[Begin.Length..^End.Length], CultureInfo.InvariantCulture, out var position)
            ? new(line[..Math.Clamp(position, 0, line.Length)])
            : null;

    /// <summary>The words that can stand at the position, by what of them stands there already; options where nothing else can, or a dash does.</summary>
    public IEnumerable<string> Words()
    {
        var root = CommandLineParser.Root(ToolCommands.All);
        TakeNothingFor(root);
        foreach (var command in root.Subcommands)
        {
            TakeNothingFor(command);
            AddRevisions(command);
        }
        var begun = _line.Split(' ')[^1];
        var words = CommandLineParser
            .Parse(root, _line)
            .GetCompletions(_line.Length)
            .Select(item => item.InsertText ?? item.Label)
            .Where(word => word.StartsWith(begun, StringComparison.Ordinal))
            .Distinct()
            .ToList();
        var others = words.FindAll(word => !word.StartsWith('-'));
        return others.Count > 0 ? others : words;
    }

    /// <summary>What follows a switch is not its value, although `--json true` is understood.</summary>
    private static void TakeNothingFor(CliCommand command)
    {
        foreach (var option in command.Options.Where(each => each.ValueType == typeof(bool)))
            option.Arity = ArgumentArity.Zero;
    }

    private static void AddRevisions(CliCommand command)
    {
        foreach (var argument in command.Arguments.Where(each => OfRevisions.Contains(each.Name)))
            argument.CompletionSources.Add(Revisions);
        foreach (var option in command.Options.Where(each => OfRevisions.Contains(each.Name)))
            option.CompletionSources.Add(Revisions);
    }

    /// <summary>Nobody can be told of a mistake in the middle of a line: where the revisions cannot be read there are none.</summary>
    private static IEnumerable<CompletionItem> Revisions(CompletionContext context)
    {
        try
        {
            var request = CommandLineParser.ToRequest(context.ParseResult);
            return [.. Words(new ScriptDirectory(ProjectFinder.Here(request).FindConfig()).ReadGraph())];
        }
        catch (RetortException)
        {
            return [];
        }
    }

    private static IEnumerable<CompletionItem> Words(RevisionGraph graph) =>
        Symbols
            .Concat(graph.NewestFirst.SelectMany(each => each.BranchLabels).Select(label => $"{label}@head"))
            .Concat(graph.NewestFirst.Select(revision => revision.Id))
            .Select(word => new CompletionItem(word));
}
