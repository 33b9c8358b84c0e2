using System.Globalization;

namespace Retort;

/// <summary>
/// Decimal numbers in SQLite, which has none: a whole number of 64 bits is exact, any other number has 15 significant digits
/// (https://sqlite.org/datatype3.html, section 3). What would not come back as it is, is refused.
/// </summary>
internal static class SqliteDecimal
{
    private const int ExactDigits = 15;

    /// <summary>The number, where SQLite keeps it exactly.</summary>
    /// <exception cref="ArgumentException">SQLite would store another number.</exception>
    public static decimal Require(decimal number) =>
        IsWhole(number) || Digits(number) <= ExactDigits
            ? number
            : throw new ArgumentException(
                $"SQLite keeps {ExactDigits} digits of a decimal number, {number.ToString(CultureInfo.InvariantCulture)} has {Digits(number)}. "
                    + "Round it, store a scaled whole number (long), or store it as text."
            );

    /// <summary>The number as SQLite stores it: a <see cref="long"/> or a <see cref="double"/>.</summary>
    /// <exception cref="ArgumentException">SQLite would store another number.</exception>
    public static object ToStorage(decimal number) => IsWhole(number) ? (object)(long)number : (double)Require(number);

    private static bool IsWhole(decimal number) =>
        decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue;

    private static int Digits(decimal number)
    {
        var digits = number
            .ToString(CultureInfo.InvariantCulture)
            .Where(char.IsAsciiDigit)
            .SkipWhile(digit => digit is '0');
        return string.Concat(digits).TrimEnd('0').Length;
    }
}
