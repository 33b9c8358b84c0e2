using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary>An error as it is shown: what, where and the state of the database now, then what to type.</summary>
/// <param name="error">What went wrong.</param>
/// <param name="withStack">Whether the stack is shown too (<c>--raiseerr</c>).</param>
internal sealed class ErrorReport(Exception error, bool withStack)
{
    private const string Unexpected = "RT0001";

    /// <summary>How the process ends.</summary>
    public int ExitCode =>
        error switch
        {
            UsageException or DiffException => Tool.ExitCode.Usage,
            LockTimeoutException => Tool.ExitCode.Locked,
            OperationCanceledException => Tool.ExitCode.Interrupted,
            _ => Tool.ExitCode.Failed,
        };

    /// <summary>For standard error.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            yield return $"error {Code}: {Message}";
            if (Hint is { } hint)
                yield return hint;
            if (withStack)
                yield return error.ToString();
        }
    }

    /// <summary>For standard output: <c>{"error":{"code","message","hint"}}</c>.</summary>
    public JsonObject Json
    {
        get
        {
            var body = new JsonObject
            {
                ["code"] = Code,
                ["message"] = Message,
                ["hint"] = Hint,
            };
            if (withStack)
                body["stack"] = error.ToString();
            return new JsonObject { ["error"] = body };
        }
    }

    private string Code => error is RetortException known ? known.Code : Unexpected;

    private string Message =>
        error is OperationCanceledException
            ? "Interrupted. The transaction that was running is undone; what was done before it, or outside of any, stays."
            : error.Message;

    private string? Hint =>
        error switch
        {
            RetortException known => known.Hint,
            OperationCanceledException =>
                "Type `retort current` to see where the database is, and how to go on where a revision is done in part.",
            _ => "This is a defect of Retort or of the project's own code; --raiseerr shows where it happened.",
        };
}
