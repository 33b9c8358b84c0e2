using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Retort.Tool;

/// <summary>Understands a command line.</summary>
internal static class CommandLineParser
{
    private const string Program = "retort";

    private const string Description = """
        Writes, applies, undoes and checks the revisions of a database schema.

        Exit codes: 0 done, 1 failed, 2 wrong usage or no project, 3 differs or pending,
        5 lock not obtained, 130 interrupted.
        """;

    private static readonly ParserConfiguration Configuration = new() { ResponseFileTokenReplacer = null };

    /// <summary>The command that is to run; null where help was asked for, which is printed.</summary>
    /// <exception cref="UsageException">Something is unknown, missing or too much.</exception>
    public static CommandRequest? Parse(string[] arguments, TextWriter output) =>
        Plain(arguments) ?? ParseOptions(arguments, output);

    /// <summary>A command with its arguments and nothing else, as most are typed: describing the options alone takes longer than some commands.</summary>
    private static CommandRequest? Plain(string[] arguments)
    {
        var command = arguments is [var name, ..] ? ToolCommands.All.FirstOrDefault(each => each.Name == name) : null;
        return
            command is null
            || arguments.Any(argument => argument.StartsWith('-'))
            || arguments.Length != command.Arguments.Count + 1
            ? null
            : new(
                command.Name,
                command.Arguments.Zip(arguments.Skip(1)).ToDictionary(pair => pair.First, pair => pair.Second)
            );
    }

    private static CommandRequest? ParseOptions(string[] arguments, TextWriter output)
    {
        if (arguments is ["--version"])
        {
            output.WriteLine(ToolVersion.Text);
            return null;
        }
        var result = Root(Named(arguments)).Parse(arguments, Configuration);
        if (result.Action is HelpAction || arguments is [])
            return Help(result, output);
        if (result.Errors.Count > 0)
            throw Wrong(Root(ToolCommands.All).Parse(arguments, Configuration));
        return ToRequest(result);
    }

    /// <summary>Understands a line, for which no error is told.</summary>
    public static ParseResult Parse(CliCommand root, string line) => root.Parse(line, Configuration);

    /// <summary>What a line says, also one with mistakes.</summary>
    public static CommandRequest ToRequest(ParseResult result) =>
        new(result.CommandResult.Command.Name, Values(result.CommandResult));

    /// <summary>Commands are described only where their names appear: describing all of them costs every command a few milliseconds.</summary>
    private static IReadOnlyList<ToolCommand> Named(string[] arguments)
    {
        var named = ToolCommands.All.Where(command => arguments.Contains(command.Name)).ToList();
        return named.Count > 0 ? named : ToolCommands.All;
    }

    /// <summary>The command line with some of the commands.</summary>
    public static CliCommand Root(IEnumerable<ToolCommand> commands)
    {
        var root = new CliCommand(Program, Description);
        foreach (var command in commands)
            root.Subcommands.Add(Defined(command));
        foreach (var option in GlobalOptions.All())
            root.Options.Add(option);
        root.Options.Add(new HelpOption("--help", "-h"));
        root.Options.Add(new Option<bool>("--version") { Description = "Show the version." });
        return root;
    }

    private static CliCommand Defined(ToolCommand command)
    {
        var defined = command.Define();
        if (command.Examples is not [])
            defined.Description += string.Concat(["\n\nExamples:", .. command.Examples.Select(each => $"\n  {each}")]);
        return defined;
    }

    private static CommandRequest? Help(ParseResult result, TextWriter output)
    {
        var help = result.Action is HelpAction ? result : Root(ToolCommands.All).Parse("--help");
        help.Invoke(new InvocationConfiguration { Output = output });
        return null;
    }

    private static UsageException Wrong(ParseResult result)
    {
        var command = result.CommandResult.Command;
        var isRoot = command.Name == Program;
        if (isRoot && result.UnmatchedTokens is [var unknown, ..] && !unknown.StartsWith('-'))
            return UsageException.CommandLine(
                [$"There is no command '{unknown}'."],
                Suggestion(unknown, command) ?? All
            );
        return UsageException.CommandLine(
            result.Errors.Select(error => error.Message),
            result.UnmatchedTokens.Select(token => Suggestion(token, command)).FirstOrDefault(each => each is not null)
                ?? (isRoot ? All : $"Type `{Program} {command.Name} --help` to see what it takes.")
        );
    }

    private static string All => $"The commands are {string.Join(", ", ToolCommands.All.Select(each => each.Name))}.";

    /// <summary>What was probably meant: an option, or at the beginning a command.</summary>
    private static string? Suggestion(string token, CliCommand command) =>
        Migrations.Spelling.DidYouMean(
            token,
            token.StartsWith('-')
                ? command.Options.Concat(GlobalOptions.All()).Select(option => option.Name)
                : command.Subcommands.Select(each => each.Name)
        );

    private static Dictionary<string, string> Values(CommandResult result)
    {
        var values = new Dictionary<string, string>();
        for (SymbolResult? level = result; level is CommandResult command; level = level.Parent)
            foreach (var child in command.Children)
                if (Value(child) is { } said)
                    values.TryAdd(said.Name, said.Value);
        return values;
    }

    private static (string Name, string Value)? Value(SymbolResult result) =>
        result switch
        {
            OptionResult { Implicit: false } option when option.Option.ValueType != typeof(bool) || IsSet(option) => (
                option.Option.Name.TrimStart('-'),
                Text(option.Option.ValueType == typeof(bool) ? [] : option.Tokens)
            ),
            ArgumentResult { Tokens.Count: > 0 } argument => (argument.Argument.Name, Text(argument.Tokens)),
            _ => null,
        };

    private static bool IsSet(OptionResult option) => option.GetValueOrDefault<bool>();

    private static string Text(IEnumerable<Token> tokens) => string.Join('\n', tokens.Select(token => token.Value));
}
