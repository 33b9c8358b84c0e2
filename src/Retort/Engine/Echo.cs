using Microsoft.Extensions.Logging;

namespace Retort;

/// <summary>The logger of <c>echo: true</c> for programs that have no logging: each statement is a line of text.</summary>
/// <param name="output">Where the lines go; null: standard error.</param>
internal sealed class Echo(TextWriter? output) : ILogger
{
    private readonly Lock _lock = new();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (!IsEnabled(logLevel))
            return;
        lock (_lock)
            (output ?? Console.Error).WriteLine(formatter(state, exception));
    }
}
