using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>--sql</c> of the commands that change a database: they print the script, and change nothing.</summary>
internal static class ScriptOption
{
    private const string Sql = "sql";
    private const string Idempotent = "idempotent";

    public const string SqlDescription = "Print the script that does it, and nothing else. No database is opened.";
    public const string IdempotentDescription = "With --sql: a script that can be run from any revision, and again.";
    public const string TagDescription = "A word that revisions read as op.Tag.";

    /// <summary>The range of a script; null: no script is asked for.</summary>
    /// <param name="request">The command line.</param>
    /// <param name="target">What stands where a target does.</param>
    /// <param name="from">Where a range begins that is only a target; null: that is said.</param>
    /// <exception cref="UsageException">A range stands where there is none, or is missing.</exception>
    public static ScriptRange? Of(CommandRequest request, string target, string? from)
    {
        var isRange = target.Contains(':', StringComparison.Ordinal);
        if (!request.Has(Sql))
            return isRange
                    ? throw Wrong(
                        $"'{target}' is a range of revisions, which only a script can have.",
                        $"Pass --{Sql} to print the script, or one target."
                    )
                : request.Has(Idempotent)
                    ? throw Wrong(
                        $"--{Idempotent} is about scripts.",
                        $"Pass --{Sql} too, or leave it out: a run is always so."
                    )
                : null;
        if (target.Contains('\n', StringComparison.Ordinal))
            throw Wrong("A script goes to one target, and several are named.", "Name one of them, or heads.");
        return ScriptRange.Parse(target)
            ?? (
                from is null
                    ? throw Wrong(
                        "A script needs to know where the database is.",
                        $"Write a range: `retort {request.Command} FROM:{target} --{Sql}`, FROM as `retort current` says it."
                    )
                    : new(from, target)
            );
    }

    /// <summary>The script as it is shown.</summary>
    public static Outcome Outcome(MigrationScript script) =>
        new(
            Lines(script.Sql),
            () =>
                new()
                {
                    ["sql"] = script.Sql,
                    ["revisions"] = JsonText.Array(script.Revisions),
                    ["before"] = JsonText.Array(script.Before),
                    ["heads"] = JsonText.Array(script.Heads),
                    ["warning"] = script.Warning,
                }
        )
        {
            IsScript = true,
            Notes =
            [
                .. script.Warning is { } warning ? [$"Warning: {warning}"] : Array.Empty<string>(),
                $"A script from {RunText.At(script.Before)} to {RunText.At(script.Heads)}{(script.Sql.Length == 0 ? ": nothing to do" : "")}; nothing was changed.",
            ],
        };

    /// <summary>The text of a script, for standard output.</summary>
    public static IReadOnlyList<string> Lines(string sql) => sql.Length == 0 ? [] : [sql.TrimEnd('\n')];

    private static UsageException Wrong(string what, string hint) => UsageException.CommandLine([what], hint);
}
