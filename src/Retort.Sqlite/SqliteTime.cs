namespace Retort;

/// <summary>
/// Points in time as SQLite's own date functions understand them (https://sqlite.org/lang_datefunc.html): ISO 8601 text with a blank or a T,
/// with or without seconds, fraction and offset (none: UTC), Unix seconds, and Julian days.
/// </summary>
internal static class SqliteTime
{
    private const double UnixEpochJulianDay = 2440587.5;
    private const int DateLength = 10;

    /// <summary>Reads text such as <c>2026-11-21 10:00:00.123456+00:00</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (!TryDate(text, out var ticks))
            return false;
        if (text.Length == DateLength)
            return TryInstant(ticks, out instant);
        if (
            text[DateLength] is not ((byte)' ' or (byte)'T' or (byte)'t')
            || !TryTimeOfDay(text[(DateLength + 1)..], out var time, out var length)
        )
            return false;
        return TryOffset(text[(DateLength + 1 + length)..], out var offset)
            && TryInstant(ticks + time - offset, out instant);
    }

    /// <summary>Reads a time of day such as <c>10:00:00.123456</c>.</summary>
    public static bool TryParseTime(ReadOnlySpan<byte> text, out TimeOnly time)
    {
        var isTime = TryTimeOfDay(text, out var ticks, out var length) && length == text.Length;
        time = isTime ? new TimeOnly(ticks) : default;
        return isTime;
    }

    /// <summary>The point in time so many seconds after the beginning of 1970.</summary>
    public static bool TryUnixSeconds(long seconds, out DateTimeOffset instant)
    {
        var isTime = seconds is >= -62135596800 and <= 253402300799;
        instant = isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return isTime;
    }

    /// <summary>The point in time of a Julian day, to the millisecond, as SQLite computes it.</summary>
    public static bool TryJulianDay(double day, out DateTimeOffset instant)
    {
        var milliseconds = Math.Round((day - UnixEpochJulianDay) * TimeSpan.MillisecondsPerDay);
        var isTime = milliseconds is >= -62135596800000 and <= 253402300799999;
        instant = isTime ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds) : default;
        return isTime;
    }

    private static bool TryInstant(long ticks, out DateTimeOffset instant)
    {
        var isTime = ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;
        instant = isTime ? new DateTimeOffset(ticks, TimeSpan.Zero) : default;
        return isTime;
    }

    private static bool TryDate(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < DateLength || text[4] is not (byte)'-' || text[7] is not (byte)'-')
            return false;
        if (
            !TryTwo(text, 0, out var century)
            || !TryTwo(text, 2, out var year)
            || !TryTwo(text, 5, out var month)
            || !TryTwo(text, 8, out var day)
        )
            return false;
        year += century * 100;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        ticks = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks;
        return true;
    }

    /// <summary>Hours and minutes, then seconds and a fraction where they are there.</summary>
    private static bool TryTimeOfDay(ReadOnlySpan<byte> text, out long ticks, out int length)
    {
        (ticks, length) = (0, 5);
        if (
            text.Length < 5
            || text[2] is not (byte)':'
            || !TryTwo(text, 0, out var hour)
            || !TryTwo(text, 3, out var minute)
            || hour > 23
            || minute > 59
        )
            return false;
        ticks = (hour * 60 + minute) * TimeSpan.TicksPerMinute;
        if (text.Length < 8 || text[5] is not (byte)':')
            return true;
        if (!TryTwo(text, 6, out var second) || second > 59)
            return false;
        ticks += second * TimeSpan.TicksPerSecond;
        length = 8;
        if (text.Length > 9 && text[8] is (byte)'.' or (byte)',')
            length += Fraction(text[9..], ref ticks);
        return true;
    }

    /// <summary>Adds the digits of a fraction of a second, to the tick; gives how many letters they and the point are.</summary>
    private static int Fraction(ReadOnlySpan<byte> text, ref long ticks)
    {
        var worth = TimeSpan.TicksPerSecond / 10;
        var digits = 0;
        for (; digits < text.Length && text[digits] is >= (byte)'0' and <= (byte)'9'; digits++, worth /= 10)
            ticks += (text[digits] - '0') * worth;
        return digits + 1;
    }

    /// <summary>Nothing, Z, or an offset from UTC: <c>+01:00</c>, <c>+0100</c>, <c>+01</c>.</summary>
    private static bool TryOffset(ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.IsEmpty || text is [(byte)'Z' or (byte)'z'])
            return true;
        var minute = 0;
        if (text[0] is not ((byte)'+' or (byte)'-') || !TryTwo(text, 1, out var hour))
            return false;
        var known = text.Length switch
        {
            3 => true,
            5 => TryTwo(text, 3, out minute),
            6 => text[3] is (byte)':' && TryTwo(text, 4, out minute),
            _ => false,
        };
        ticks = (hour * 60 + minute) * TimeSpan.TicksPerMinute * (text[0] is (byte)'-' ? -1 : 1);
        return known && hour <= 14 && minute <= 59;
    }

    private static bool TryTwo(ReadOnlySpan<byte> text, int at, out int number)
    {
        number = 0;
        if (text.Length < at + 2)
            return false;
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        number = tens * 10 + ones;
        return (uint)tens <= 9 && (uint)ones <= 9;
    }
}
