namespace Retort;

/// <summary>A time of day without a date; <see cref="TimeOnly"/>.</summary>
/// <param name="Precision">How many digits of a second are kept; null: 6.</param>
public sealed record Time(int? Precision = null) : SqlType
{
    /// <inheritdoc />
    public override string Sql => Precision is { } digits ? $"time({digits})" : "time";

    /// <inheritdoc />
    public override string CSharp => Precision is { } digits ? $"Time({digits})" : "Time()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is TimeOnly typed ? typed : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetTimeOnly(ordinal);
}
