using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Retort.Generators;

/// <summary>Verbs for steps.</summary>
internal static class Pipeline
{
    /// <summary>Only values that are not null.</summary>
    public static IncrementalValuesProvider<T> WhereNotNull<T>(this IncrementalValuesProvider<T?> values)
        where T : class => values.Where(static value => value is not null)!;

    /// <summary>The values while a condition of the project holds.</summary>
    public static IncrementalValuesProvider<T> When<T>(
        this IncrementalValuesProvider<T> values,
        IncrementalValueProvider<bool> condition
    ) => values.Combine(condition).Where(static each => each.Right).Select(static (each, _) => each.Left);

    /// <summary>The value while a condition of the project holds.</summary>
    public static IncrementalValuesProvider<T> When<T>(
        this IncrementalValueProvider<T> value,
        IncrementalValueProvider<bool> condition
    ) => value.Combine(condition).SelectMany(static (each, _) => each.Right ? ImmutableArray.Create(each.Left) : []);
}
