using Npgsql;
using NpgsqlTypes;

namespace Retort;

/// <summary>Writes typed parameters, without a box around any of them. A NULL has the type of its column, so that a statement stays prepared.</summary>
internal sealed class PostgreSqlParameterWriter(NpgsqlCommand command) : ParameterWriter(command)
{
    private readonly NpgsqlParameterCollection _parameters = command.Parameters;

    /// <inheritdoc />
    public override void WriteNull(SqlType? type = null) =>
        Place(
            NextPosition(),
            type is Json
                ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb }
                : new NpgsqlParameter { Value = DBNull.Value }
        );

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
    public override void Write(string value) => Set(PostgreSqlTypes.Require(value), NpgsqlDbType.Text);

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
    /// <remarks>Sent without a type: the column that it meets has one, whose number is the database's own.</remarks>
    public override void Write(string value, SqlType type) => Set(PostgreSqlTypes.Require(value), NpgsqlDbType.Unknown);

    /// <inheritdoc />
    public override void WriteArray<T>(JsonShape<List<T>> shape, List<T> value)
    {
        if (value is List<string?> texts)
            texts.ForEach(text => _ = text is null ? null : PostgreSqlTypes.Require(text));
        if (value is List<DateTimeOffset> times)
            Place(
                NextPosition(),
                new NpgsqlParameter<List<DateTimeOffset>>
                {
                    TypedValue = times.ConvertAll(time => time.ToUniversalTime()),
                }
            );
        else
            Place(NextPosition(), new NpgsqlParameter<List<T>> { TypedValue = value });
    }

    /// <inheritdoc />
    protected override void WriteClock(DateTime value) => Set(value, NpgsqlDbType.Timestamp);

    /// <inheritdoc />
    public override void WriteOrNull(bool? value) => Set(value, NpgsqlDbType.Boolean);

    /// <inheritdoc />
    public override void WriteOrNull(short? value) => Set(value, NpgsqlDbType.Smallint);

    /// <inheritdoc />
    public override void WriteOrNull(int? value) => Set(value, NpgsqlDbType.Integer);

    /// <inheritdoc />
    public override void WriteOrNull(long? value) => Set(value, NpgsqlDbType.Bigint);

    /// <inheritdoc />
    public override void WriteOrNull(float? value) => Set(value, NpgsqlDbType.Real);

    /// <inheritdoc />
    public override void WriteOrNull(double? value) => Set(value, NpgsqlDbType.Double);

    /// <inheritdoc />
    public override void WriteOrNull(decimal? value) => Set(value, NpgsqlDbType.Numeric);

    /// <inheritdoc />
    public override void WriteOrNull(Guid? value) => Set(value, NpgsqlDbType.Uuid);

    /// <inheritdoc />
    public override void WriteOrNull(DateTimeOffset? value) => Set(value?.ToUniversalTime(), NpgsqlDbType.TimestampTz);

    /// <inheritdoc />
    public override void WriteOrNull(DateTime? value)
    {
        if (value is { } some)
            Write(some);
        else
            Set<DateTimeOffset?>(null, NpgsqlDbType.TimestampTz);
    }

    /// <inheritdoc />
    public override void WriteOrNull(DateOnly? value) => Set(value, NpgsqlDbType.Date);

    /// <inheritdoc />
    public override void WriteOrNull(TimeOnly? value) => Set(value, NpgsqlDbType.Time);

    /// <inheritdoc />
    public override void WriteOrNull(string? value) =>
        Set(value is null ? null : PostgreSqlTypes.Require(value), NpgsqlDbType.Text);

    /// <inheritdoc />
    public override void WriteOrNull(byte[]? value) => Set(value, NpgsqlDbType.Bytea);

    /// <summary>Gives the next parameter its value. A command has values of one type at one position.</summary>
    private void Set<T>(T value, NpgsqlDbType type)
    {
        var position = NextPosition();
        if (position < _parameters.Count && _parameters[position] is NpgsqlParameter<T> known)
            known.TypedValue = value;
        else
            Place(position, new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
    }

    private void Place(int position, NpgsqlParameter parameter)
    {
        if (position == _parameters.Count)
            _parameters.Add(parameter);
        else
            _parameters[position] = parameter;
    }
}
