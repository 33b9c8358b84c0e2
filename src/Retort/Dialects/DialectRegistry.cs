using System.Collections.Concurrent;

namespace Retort;

/// <summary>The dialects of the application by URL scheme. Filled once, by the module initialiser that is generated into the application.</summary>
public static class DialectRegistry
{
    private static readonly ConcurrentDictionary<string, Dialect> Dialects = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a dialect known; a scheme that is known keeps its dialect.</summary>
    public static void Register(Dialect dialect)
    {
        foreach (var scheme in dialect.Schemes)
            Dialects.TryAdd(scheme, dialect);
    }

    /// <summary>The dialect of a scheme; null where none is known.</summary>
    public static Dialect? Find(string scheme) => Dialects.GetValueOrDefault(scheme);
}
