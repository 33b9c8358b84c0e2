using Retort.Migrations;

namespace Retort.Tool;

/// <summary>A command line that was understood: plain text, so that it can be handed to whoever has the user's project loaded.</summary>
/// <param name="Command">The name of the command.</param>
/// <param name="Values">What was said, by the long names of options and arguments without dashes; a switch has an empty text.</param>
internal sealed record CommandRequest(string Command, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Not typed: why a command has only the sources that could do more with the compiled project.</summary>
    public const string NotHosted = "not-hosted";

    /// <summary>What was said for an option or argument; null: nothing.</summary>
    public string? this[string name] => Values.GetValueOrDefault(name);

    /// <summary>What was said for an option or argument that can be repeated; none where nothing was.</summary>
    public IReadOnlyList<string> Several(string name) => this[name]?.Split('\n') ?? [];

    /// <summary>Whether an option was given.</summary>
    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>What was passed with <c>-x</c>.</summary>
    public MigrationArguments Arguments => MigrationArguments.Parse(this["x"]?.Split('\n') ?? []);

    /// <summary>The options without values, as they are typed.</summary>
    public string[] Switches() => [.. Values.Where(pair => pair.Value.Length == 0).Select(pair => $"--{pair.Key}")];

    /// <summary>The request after a build, which need not be asked for again.</summary>
    public CommandRequest WithoutBuild() => With("no-build", "");

    /// <summary>The request with something else said for an option or argument.</summary>
    public CommandRequest With(string name, string value) =>
        this with
        {
            Values = new Dictionary<string, string>(Values) { [name] = value },
        };

    /// <summary>The request as the arguments of a process: the command, then <c>name=value</c>.</summary>
    public string[] ToArguments() => [Command, .. Values.Select(pair => $"{pair.Key}={pair.Value}")];

    /// <summary>The opposite of <see cref="ToArguments"/>.</summary>
    public static CommandRequest FromArguments(ReadOnlySpan<string> arguments)
    {
        var values = new Dictionary<string, string>();
        foreach (var pair in arguments[1..])
            values[pair[..pair.IndexOf('=', StringComparison.Ordinal)]] = pair[
                (pair.IndexOf('=', StringComparison.Ordinal) + 1)..
            ];
        return new(arguments[0], values);
    }
}
