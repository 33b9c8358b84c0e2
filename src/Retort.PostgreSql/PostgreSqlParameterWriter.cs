using Npgsql;
using NpgsqlTypes;

namespace Retort;

/// <summary>Writes parameters by position and with their types, without boxing.</summary>
internal sealed class PostgreSqlParameterWriter(NpgsqlCommand command) : ParameterWriter(command)
{
    private int _position;

    /// <inheritdoc />
    public override void Restart() => _position = 0;

    /// <inheritdoc />
    public override void WriteNull(SqlType? type = null) => Set<object>(DBNull.Value, NpgsqlDbType.Unknown);

    /// <inheritdoc />
    public override void Write(bool value) => Set(value, NpgsqlDbType.Boolean);

    /// <inheritdoc />
    public override void Write(short value) => Set(value, NpgsqlDbType.Smallint);

    /// <inheritdoc />
    public override void Write(int value) => Set(value, NpgsqlDbType.Integer);

    /// <inheritdoc />
    public override void Write(long value) => Set(value, NpgsqlDbType.Bigint);

    /// <inheritdoc />
    public override void Write(float value) => Set(value, NpgsqlDbType.Real);

    /// <inheritdoc />
    public override void Write(double value) => Set(value, NpgsqlDbType.Double);

    /// <inheritdoc />
    public override void Write(decimal value) => Set(value, NpgsqlDbType.Numeric);

    /// <inheritdoc />
    public override void Write(string value) => Set(RequireNoNul(value), NpgsqlDbType.Text);

    /// <inheritdoc />
    public override void Write(string value, SqlType type) => Set(RequireNoNul(value), NpgsqlDbType.Unknown);

    /// <inheritdoc />
    public override void Write(Guid value) => Set(value, NpgsqlDbType.Uuid);

    /// <inheritdoc />
    public override void Write(DateTimeOffset value) => Set(value.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    /// <inheritdoc />
    public override void Write(DateOnly value) => Set(value, NpgsqlDbType.Date);

    /// <inheritdoc />
    public override void Write(TimeOnly value) => Set(value, NpgsqlDbType.Time);

    /// <inheritdoc />
    public override void Write(TimeSpan value) => Set(value, NpgsqlDbType.Interval);

    /// <inheritdoc />
    public override void Write(byte[] value) => Set(value, NpgsqlDbType.Bytea);

    /// <inheritdoc />
    public override void WriteJson(ReadOnlySpan<byte> utf8) => Set(utf8.ToArray(), NpgsqlDbType.Jsonb);

    /// <inheritdoc />
    public override void WriteArray(Array value) => Set<object>(value, null);

    /// <summary>Gives the next parameter its value; one of the same type takes the new value where it stands.</summary>
    private void Set<T>(T value, NpgsqlDbType? type)
    {
        if (_position == command.Parameters.Count)
            command.Parameters.Add(NewParameter(value, type));
        else if (
            command.Parameters[_position] is NpgsqlParameter<T> same
            && (type is null || same.NpgsqlDbType == type)
        )
            same.TypedValue = value;
        else
            command.Parameters[_position] = NewParameter(value, type);
        _position++;
    }

    private static NpgsqlParameter<T> NewParameter<T>(T value, NpgsqlDbType? type)
    {
        var parameter = new NpgsqlParameter<T> { TypedValue = value };
        if (type is { } known)
            parameter.NpgsqlDbType = known;
        return parameter;
    }

    /// <summary>Text in PostgreSQL cannot hold the character U+0000 (https://www.postgresql.org/docs/current/datatype-character.html).</summary>
    private static string RequireNoNul(string text) =>
        !text.Contains('\0', StringComparison.Ordinal)
            ? text
            : throw new ArgumentException(
                "PostgreSQL cannot store the character U+0000 in text. Remove it, or store the text as bytes."
            );
}
