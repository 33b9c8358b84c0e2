using Microsoft.Extensions.Logging;

namespace Retort.Migrations;

/// <summary>Tells a logger what happens in a run of revisions.</summary>
internal sealed partial class MigrationLog(ILoggerFactory loggers) : IProgress<MigrationEvent>
{
    private readonly ILogger _logger = loggers.CreateLogger("Retort.Migrations");

    public void Report(MigrationEvent value)
    {
        if (value is AppliedFileChanged)
            Warn(_logger, value);
        else
            Tell(_logger, value);
    }

    [LoggerMessage(1, LogLevel.Information, "{Event}")]
    private static partial void Tell(ILogger logger, MigrationEvent @event);

    [LoggerMessage(2, LogLevel.Warning, "{Event}")]
    private static partial void Warn(ILogger logger, MigrationEvent @event);
}
