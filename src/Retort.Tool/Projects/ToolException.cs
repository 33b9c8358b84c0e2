namespace Retort.Tool;

/// <summary>The tool cannot run the user's project.</summary>
internal sealed class ToolException(string code, string message, string? hint = null)
    : RetortException(code, message, hint);
