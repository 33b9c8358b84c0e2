using Microsoft.Extensions.Logging;

namespace Retort;

/// <summary>What an <see cref="Engine"/> can be told beyond its database.</summary>
public sealed record EngineOptions
{
    /// <summary>Makes the logger <c>Retort.Engine</c>, which gets each statement; null: none.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Where <c>echo: true</c> shows statements when there is no <see cref="LoggerFactory"/>; null: standard error.</summary>
    public TextWriter? EchoTo { get; init; }

    /// <summary>The clock of the application.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
