using System.Globalization;

namespace Retort;

/// <summary>All values between two, in a column of a range type.</summary>
/// <typeparam name="T">A whole number, a decimal number, a day or a point in time.</typeparam>
/// <param name="Lower">The smallest; null: no limit.</param>
/// <param name="Upper">The largest; null: no limit.</param>
/// <param name="LowerIncluded">Whether <paramref name="Lower"/> is one of the values.</param>
/// <param name="UpperIncluded">Whether <paramref name="Upper"/> is one of the values.</param>
/// <remarks>
/// PostgreSQL gives back ranges of whole numbers and days as it prefers them, with the smallest value and without the largest:
/// 1 to 3 inclusive comes back as 1 to 4 exclusive (https://www.postgresql.org/docs/current/rangetypes.html#RANGETYPES-DISCRETE).
/// </remarks>
public readonly record struct SqlRange<T>(T? Lower, T? Upper, bool LowerIncluded = true, bool UpperIncluded = false)
    where T : struct, IParsable<T>, IFormattable
{
    /// <summary>Whether <see cref="Lower"/> is one of the values; a side without limit has no last value.</summary>
    public bool LowerIncluded { get; } = LowerIncluded && Lower is not null;

    /// <summary>Whether <see cref="Upper"/> is one of the values.</summary>
    public bool UpperIncluded { get; } = UpperIncluded && Upper is not null;

    /// <summary>Whether no value is in it.</summary>
    public bool IsEmpty { get; internal init; }

    /// <summary>The range as a database reads it: <c>[1,4)</c>; a side without limit is left out.</summary>
    public override string ToString() =>
        IsEmpty
            ? SqlRange.NoValue
            : $"{(LowerIncluded ? '[' : '(')}{Bound(Lower)},{Bound(Upper)}{(UpperIncluded ? ']' : ')')}";

    /// <summary>Days and times are written as their order is.</summary>
    private static string Bound(T? value) =>
        value switch
        {
            null => "",
            DateTimeOffset instant => $"\"{TypeMap.Text(instant)}\"",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            { } number => number.ToString(null, CultureInfo.InvariantCulture),
        };
}

/// <summary>Makes ranges.</summary>
public static class SqlRange
{
    internal const string NoValue = "empty";

    /// <summary>The range of no value.</summary>
    public static SqlRange<T> Empty<T>()
        where T : struct, IParsable<T>, IFormattable => new(null, null, false, false) { IsEmpty = true };

    /// <summary>Reads a range as the database prints it, such as <c>[1,4)</c>.</summary>
    /// <exception cref="FormatException">The text is no range.</exception>
    public static SqlRange<T> Parse<T>(string text)
        where T : struct, IParsable<T>, IFormattable
    {
        if (text == NoValue)
            return Empty<T>();
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || text[0] is not ('[' or '(') || text[^1] is not (']' or ')'))
            throw new FormatException($"'{text}' is no range.");
        var (lower, upper) = (Bound<T>(text[1..comma]), Bound<T>(text[(comma + 1)..^1]));
        return new(lower, upper, text[0] is '[', text[^1] is ']');
    }

    private static T? Bound<T>(string text)
        where T : struct, IParsable<T> =>
        text.Trim('"') is { Length: > 0 } value ? T.Parse(value, CultureInfo.InvariantCulture) : null;
}
