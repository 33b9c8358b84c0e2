using System.Text.Json.Nodes;

namespace Retort.Tool;

/// <summary>What a command found or did: lines for a person, one document for a program. The document is made only when it is asked for.</summary>
/// <param name="Lines">The result, for standard output.</param>
/// <param name="Json">The same as JSON.</param>
internal sealed record Outcome(IReadOnlyList<string> Lines, Func<JsonObject> Json)
{
    /// <summary>What is to be known beside the result, for standard error.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether the lines are what was asked for, such as a script, and not what was done: <c>--quiet</c> leaves them.</summary>
    public bool IsAnswer
    {
        get => field || IsScript;
        init;
    }

    /// <summary>Whether the lines are for another program.</summary>
    public bool IsScript { get; init; }

    /// <summary>A revision is written, and is still to be applied: the result is that of the upgrade.</summary>
    public static Outcome Unfinished(IReadOnlyList<string> notes) =>
        new([], () => []) { Notes = notes, ExitCode = Tool.ExitCode.Written };

    /// <summary>How the process ends.</summary>
    public int ExitCode { get; init; } = Tool.ExitCode.Done;
}
