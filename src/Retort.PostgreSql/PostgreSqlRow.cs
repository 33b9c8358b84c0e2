using System.Text.Json;
using Npgsql;

namespace Retort;

/// <summary>Reads values in the form that the driver has them in, without a box around any of them.</summary>
internal sealed class PostgreSqlRow(NpgsqlDataReader reader) : Row(reader)
{
    /// <inheritdoc />
    public override bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

    /// <inheritdoc />
    public override bool GetBoolean(int ordinal) => Read<bool>(ordinal);

    /// <inheritdoc />
    public override short GetInt16(int ordinal) => Read<short>(ordinal);

    /// <inheritdoc />
    public override int GetInt32(int ordinal) => Read<int>(ordinal);

    /// <inheritdoc />
    public override long GetInt64(int ordinal) => Read<long>(ordinal);

    /// <inheritdoc />
    public override float GetSingle(int ordinal) => Read<float>(ordinal);

    /// <inheritdoc />
    public override double GetDouble(int ordinal) => Read<double>(ordinal);

    /// <inheritdoc />
    public override decimal GetDecimal(int ordinal) => Read<decimal>(ordinal);

    /// <inheritdoc />
    public override string GetString(int ordinal) => Read<string>(ordinal);

    /// <inheritdoc />
    public override Guid GetGuid(int ordinal) => Read<Guid>(ordinal);

    /// <inheritdoc />
    public override DateTimeOffset GetDateTimeOffset(int ordinal) => new(GetDateTime(ordinal));

    /// <inheritdoc />
    public override DateTime GetNaiveDateTime(int ordinal) => Read<DateTime>(ordinal);

    /// <inheritdoc />
    /// <remarks>UTC, with and without a time zone in the column.</remarks>
    public override DateTime GetDateTime(int ordinal) =>
        DateTime.SpecifyKind(Read<DateTime>(ordinal), DateTimeKind.Utc);

    /// <inheritdoc />
    public override DateOnly GetDateOnly(int ordinal) => Read<DateOnly>(ordinal);

    /// <inheritdoc />
    public override TimeOnly GetTimeOnly(int ordinal) => Read<TimeOnly>(ordinal);

    /// <inheritdoc />
    public override TimeSpan GetTimeSpan(int ordinal) => Read<TimeSpan>(ordinal);

    /// <inheritdoc />
    public override List<T> GetArray<T>(int ordinal, JsonShape<List<T>> shape) => Read<List<T>>(ordinal);

    /// <inheritdoc />
    public override byte[] GetBytes(int ordinal) => Read<byte[]>(ordinal);

    /// <inheritdoc />
    /// <remarks>The driver gives the text of text and JSON columns as bytes, too.</remarks>
    public override ReadOnlySpan<byte> GetUtf8(int ordinal) => Read<byte[]>(ordinal);

    /// <inheritdoc />
    protected override Exception NotJson(int ordinal, JsonException error) =>
        Unreadable(ordinal, $"the JSON of its property ({error.Message.TrimEnd('.')})", error);

    private T Read<T>(int ordinal)
    {
        try
        {
            return reader.GetFieldValue<T>(ordinal);
        }
        catch (Exception error) when (error is InvalidCastException or OverflowException)
        {
            throw Unreadable(ordinal, $"a {typeof(T).Name} ({error.Message.TrimEnd('.')})", error);
        }
    }

    private DatabaseException Unreadable(int ordinal, string expected, Exception inner) =>
        DatabaseException.Unreadable(
            reader.GetName(ordinal),
            $"a value of type {reader.GetDataTypeName(ordinal)}",
            expected,
            inner
        );
}
