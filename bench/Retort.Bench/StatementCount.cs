using Microsoft.Extensions.Logging;

namespace Retort.Bench;

/// <summary>Counts what an engine executes.</summary>
internal sealed class StatementCount : ILoggerFactory, ILogger
{
    public int Value { get; private set; }

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => Value += eventId.Name is "Execute" ? 1 : 0;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose() { }
}
