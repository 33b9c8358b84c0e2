namespace Retort;

/// <summary>The root of all errors that Retort itself raises.</summary>
/// <param name="code">A stable code such as <c>RT0123</c>.</param>
/// <param name="message">What happened, where, and the state of the database now.</param>
/// <param name="hint">What to type or do next.</param>
/// <param name="inner">The cause, such as the driver's error.</param>
public abstract class RetortException(string code, string message, string? hint = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>A stable code such as <c>RT0123</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What to type or do next; null where there is nothing more to say.</summary>
    public string? Hint { get; } = hint;
}
