namespace Retort;

/// <summary>A point in time, stored as UTC, a <see cref="DateTimeOffset"/> or a <see cref="DateTime"/> whose kind is known; without a time zone a date and a time on any clock, a <see cref="DateTime"/> of no kind.</summary>
/// <param name="TimeZone">Whether it is a point in time.</param>
/// <param name="Precision">How many digits of a second are kept; null: 6.</param>
public sealed record Timestamp(bool TimeZone, int? Precision = null) : SqlType
{
    /// <inheritdoc />
    public override string Sql => $"timestamp{Digits}{(TimeZone ? " with time zone" : "")}";

    /// <inheritdoc />
    public override string CSharp =>
        (TimeZone, Precision) switch
        {
            (false, null) => "Timestamp()",
            (true, null) => "Timestamp(timeZone: true)",
            (false, { } digits) => $"Timestamp(precision: {digits})",
            (true, { } digits) => $"Timestamp(timeZone: true, precision: {digits})",
        };

    private string Digits => Precision is { } digits ? $"({digits})" : "";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value)
    {
        switch (value)
        {
            case DateTimeOffset instant:
                parameters.Write(instant);
                break;
            case DateTime { Kind: DateTimeKind.Unspecified } time when !TimeZone:
                parameters.WriteNaive(time);
                break;
            case DateTime time:
                parameters.Write(time);
                break;
            default:
                throw Mismatch(value);
        }
    }

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) =>
        TimeZone ? row.GetDateTimeOffset(ordinal) : row.GetNaiveDateTime(ordinal);
}
