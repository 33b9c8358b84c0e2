namespace Retort.Tool;

/// <summary>The command was given wrongly, or there is no project to run it for; exit code 2.</summary>
internal sealed class UsageException(string code, string message, string? hint = null)
    : RetortException(code, message, hint);
