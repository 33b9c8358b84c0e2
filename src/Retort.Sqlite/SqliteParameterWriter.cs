using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Retort;

/// <summary>Writes parameters in SQLite's storage classes: numbers as numbers, everything without one as text whose order is its own.</summary>
internal sealed class SqliteParameterWriter(DbCommand command) : ParameterWriter(command)
{
    /// <summary>Longer text is handed to SQLite up to its first NUL (sqlite3_bind_text of SQLitePCLRaw, with a length of -1).</summary>
    private const int BytesWithNul = 512;

    private static readonly object True = 1L;
    private static readonly object False = 0L;

    /// <inheritdoc />
    public override void Write(bool value) => Set(value ? True : False);

    /// <inheritdoc />
    public override void Write(double value) =>
        Set(
            !double.IsNaN(value)
                ? value
                : throw new ArgumentException("SQLite has no NaN: it would store NULL. Write null, or a number.")
        );

    /// <inheritdoc />
    public override void Write(float value) => Write((double)value);

    /// <inheritdoc />
    public override void Write(decimal value) => Set(SqliteDecimal.ToStorage(value));

    /// <inheritdoc />
    public override void Write(string value) => Set(RequireWhole(UnicodeText.Require(value)));

    /// <inheritdoc />
    public override void Write(Guid value) => Set(value.ToString());

    /// <inheritdoc />
    public override void Write(DateTimeOffset value) => Set(TypeMap.Text(value));

    /// <inheritdoc />
    protected override void WriteClock(DateTime value) => Set(TypeMap.NaiveText(value));

    /// <inheritdoc />
    public override void Write(DateOnly value) => Set(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override void Write(TimeSpan value) => Set(value.Ticks / TimeSpan.TicksPerMicrosecond);

    /// <inheritdoc />
    public override void Write(TimeOnly value) => Set(value.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture));

    private static string RequireWhole(string text) =>
        text.Length <= BytesWithNul / 3
        || !text.Contains('\0', StringComparison.Ordinal)
        || Encoding.UTF8.GetByteCount(text) <= BytesWithNul
            ? text
            : throw new ArgumentException(
                $"The text has a NUL and more than {BytesWithNul} bytes: the driver of SQLite would store it up to the NUL. Leave the NUL out, or store bytes."
            );
}
