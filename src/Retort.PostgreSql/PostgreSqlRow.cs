using System.Text;
using Npgsql;

namespace Retort;

/// <summary>Reads values as Npgsql gives them; a point in time is UTC, with and without a time zone in the column.</summary>
internal sealed class PostgreSqlRow(NpgsqlDataReader reader) : Row(reader)
{
    /// <inheritdoc />
    public override DateTimeOffset GetDateTimeOffset(int ordinal) => new(GetDateTime(ordinal));

    /// <inheritdoc />
    public override DateTime GetDateTime(int ordinal) =>
        DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Utc);

    /// <inheritdoc />
    public override ReadOnlySpan<byte> GetUtf8(int ordinal) =>
        reader.GetDataTypeName(ordinal) is "jsonb" or "json"
            ? reader.GetFieldValue<byte[]>(ordinal)
            : Encoding.UTF8.GetBytes(reader.GetString(ordinal));
}
