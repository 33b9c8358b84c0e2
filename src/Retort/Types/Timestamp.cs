namespace Retort;

/// <summary>A point in time, stored as UTC; <see cref="DateTimeOffset"/> or a <see cref="DateTime"/> whose kind is known.</summary>
public sealed record Timestamp(bool TimeZone) : SqlType
{
    /// <inheritdoc />
    public override string Sql => TimeZone ? "timestamp with time zone" : "timestamp";

    /// <inheritdoc />
    public override string CSharp => TimeZone ? "Timestamp(timeZone: true)" : "Timestamp()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value)
    {
        switch (value)
        {
            case DateTimeOffset instant:
                parameters.Write(instant);
                break;
            case DateTime time:
                parameters.Write(time);
                break;
            default:
                throw Mismatch(value);
        }
    }

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetDateTimeOffset(ordinal);
}
