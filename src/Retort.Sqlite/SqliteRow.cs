using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Retort;

/// <summary>
/// Reads values from the statement itself, text as UTF-8 without a string in between. Any storage class that holds the value is read
/// (https://sqlite.org/datatype3.html: a column's type is a preference), and what holds none is an error that names the column.
/// </summary>
internal sealed class SqliteRow(SqliteDataReader reader) : Row(reader)
{
    // null where the statement gives no columns, and so no row to read
    private readonly sqlite3_stmt _statement = reader.Handle!;
    private readonly bool _utf16 =
        reader.Handle is { } statement && SqlitePreparation.IsUtf16(raw.sqlite3_db_handle(statement));

    /// <inheritdoc />
    public override bool IsNull(int ordinal) => TypeOf(ordinal) is raw.SQLITE_NULL;

    /// <inheritdoc />
    public override bool GetBoolean(int ordinal)
    {
        if (TypeOf(ordinal) is raw.SQLITE_INTEGER)
            return raw.sqlite3_column_int64(_statement, ordinal) != 0;
        var text = GetUtf8(ordinal);
        if (Ascii.EqualsIgnoreCase(text, "true"u8) || text.SequenceEqual("1"u8))
            return true;
        return Ascii.EqualsIgnoreCase(text, "false"u8) || text.SequenceEqual("0"u8)
            ? false
            : throw Unreadable(ordinal, "true or false");
    }

    /// <inheritdoc />
    public override short GetInt16(int ordinal) =>
        GetInt64(ordinal) is >= short.MinValue and <= short.MaxValue and var number
            ? (short)number
            : throw Unreadable(ordinal, "a whole number of 16 bits");

    /// <inheritdoc />
    public override int GetInt32(int ordinal) =>
        GetInt64(ordinal) is >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : throw Unreadable(ordinal, "a whole number of 32 bits");

    /// <inheritdoc />
    public override long GetInt64(int ordinal)
    {
        if (TypeOf(ordinal) is raw.SQLITE_INTEGER)
            return raw.sqlite3_column_int64(_statement, ordinal);
        if (
            Utf8Parser.TryParse(GetUtf8(ordinal), out decimal number, out var length)
            && length == GetUtf8(ordinal).Length
        )
            if (number is >= long.MinValue and <= long.MaxValue && decimal.Truncate(number) == number)
                return (long)number;
        throw Unreadable(ordinal, "a whole number");
    }

    /// <inheritdoc />
    public override float GetSingle(int ordinal) => (float)GetDouble(ordinal);

    /// <inheritdoc />
    public override double GetDouble(int ordinal)
    {
        if (TypeOf(ordinal) is raw.SQLITE_FLOAT or raw.SQLITE_INTEGER)
            return raw.sqlite3_column_double(_statement, ordinal);
        return double.TryParse(GetUtf8(ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Unreadable(ordinal, "a number");
    }

    /// <inheritdoc />
    public override decimal GetDecimal(int ordinal) =>
        TypeOf(ordinal) switch
        {
            raw.SQLITE_INTEGER => raw.sqlite3_column_int64(_statement, ordinal),
            raw.SQLITE_FLOAT => ToDecimal(ordinal, raw.sqlite3_column_double(_statement, ordinal)),
            _ => decimal.TryParse(GetUtf8(ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Unreadable(ordinal, "a decimal number"),
        };

    /// <inheritdoc />
    public override string GetString(int ordinal) => Encoding.UTF8.GetString(GetUtf8(ordinal));

    /// <inheritdoc />
    public override Guid GetGuid(int ordinal)
    {
        var bytes = GetUtf8(ordinal);
        if (Guid.TryParse(bytes, out var id))
            return id;
        return bytes.Length == 16 && TypeOf(ordinal) is raw.SQLITE_BLOB
            ? new Guid(bytes)
            : throw Unreadable(ordinal, "a UUID");
    }

    /// <inheritdoc />
    public override DateTimeOffset GetDateTimeOffset(int ordinal)
    {
        DateTimeOffset instant;
        var isTime = TypeOf(ordinal) switch
        {
            raw.SQLITE_INTEGER => SqliteTime.TryUnixSeconds(GetInt64(ordinal), out instant),
            raw.SQLITE_FLOAT => SqliteTime.TryJulianDay(GetDouble(ordinal), out instant),
            _ => SqliteTime.TryParse(GetUtf8(ordinal), out instant),
        };
        return isTime ? instant : throw Unreadable(ordinal, "a point in time");
    }

    /// <inheritdoc />
    public override DateTime GetNaiveDateTime(int ordinal) => GetDateTimeOffset(ordinal).DateTime;

    /// <inheritdoc />
    public override DateOnly GetDateOnly(int ordinal) => DateOnly.FromDateTime(GetDateTimeOffset(ordinal).UtcDateTime);

    /// <inheritdoc />
    public override TimeSpan GetTimeSpan(int ordinal) =>
        TimeSpan.FromTicks(GetInt64(ordinal) * TimeSpan.TicksPerMicrosecond);

    /// <inheritdoc />
    public override TimeOnly GetTimeOnly(int ordinal) =>
        SqliteTime.TryParseTime(GetUtf8(ordinal), out var time) ? time : throw Unreadable(ordinal, "a time of day");

    /// <inheritdoc />
    public override byte[] GetBytes(int ordinal) => GetUtf8(ordinal).ToArray();

    /// <inheritdoc />
    public override ReadOnlySpan<byte> GetUtf8(int ordinal)
    {
        // sqlite3_column_blob gives the text as it is encoded in the file, unless sqlite3_column_text made it UTF-8 before;
        // it writes numbers as text by itself
        if (_utf16 && TypeOf(ordinal) is raw.SQLITE_TEXT)
            _ = raw.sqlite3_column_text(_statement, ordinal);
        return raw.sqlite3_column_blob(_statement, ordinal);
    }

    private int TypeOf(int ordinal) => raw.sqlite3_column_type(_statement, ordinal);

    private decimal ToDecimal(int ordinal, double number) =>
        Math.Abs(number) < 7.9228162514264e28 ? (decimal)number : throw Unreadable(ordinal, "a decimal number");

    /// <inheritdoc />
    protected override Exception NotJson(int ordinal, JsonException error) =>
        Unreadable(ordinal, $"the JSON of its property ({error.Message.TrimEnd('.')})", error);

    private DatabaseException Unreadable(int ordinal, string expected, Exception? inner = null) =>
        DatabaseException.Unreadable(
            raw.sqlite3_column_name(_statement, ordinal).utf8_to_string(),
            Stored(ordinal),
            expected,
            inner
        );

    /// <summary>What the column holds, without the value: that may be nobody's to read.</summary>
    private string Stored(int ordinal) =>
        TypeOf(ordinal) switch
        {
            raw.SQLITE_NULL => "NULL",
            raw.SQLITE_BLOB => $"a BLOB of {GetUtf8(ordinal).Length} bytes",
            raw.SQLITE_TEXT => $"a text of {GetUtf8(ordinal).Length} bytes",
            raw.SQLITE_INTEGER => "an INTEGER",
            _ => "a REAL number",
        };
}
