namespace Retort.Migrations;

/// <summary>A hook of <c>retort.json</c> failed, after what it was run for was done.</summary>
public sealed class HookException : RetortException
{
    private HookException(string code, string message, string hint, Exception? inner = null)
        : base(code, message, hint, inner) { }

    /// <summary>The exit code of the program; null where it did not start.</summary>
    public int? ExitCode { get; private init; }

    internal static HookException Failed(
        Hook hook,
        string command,
        int exitCode,
        IReadOnlyList<string> said,
        string state,
        IReadOnlyList<string> notRun
    ) =>
        new(
            "RT0650",
            $"Hook '{hook.Name}' ended with exit code {exitCode}{(said.Count > 0 ? $": {string.Join('\n', said)}" : ".")}\n{state}{NotRun(notRun)}",
            $"Type it by itself {command}"
        )
        {
            ExitCode = exitCode,
        };

    internal static HookException NotStarted(Hook hook, string state, Exception error) =>
        new(
            "RT0651",
            $"Hook '{hook.Name}' cannot be started: {error.Message.TrimEnd('.')}.\n{state}",
            error is ScriptException unresolved
                ? unresolved.Hint!
                : $"Install {hook.Run[0]}, or correct `run` and `cwd` of the hook in retort.json.",
            error
        );

    private static string NotRun(IReadOnlyList<string> hooks) =>
        hooks.Count == 0 ? "" : $" Hooks that were not run: {string.Join(", ", hooks)}.";
}
