namespace Retort;

/// <summary>A time of day without a date; <see cref="TimeOnly"/>.</summary>
public sealed record Time : SqlType
{
    /// <inheritdoc />
    public override string Sql => "time";

    /// <inheritdoc />
    public override string CSharp => "Time()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is TimeOnly typed ? typed : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetTimeOnly(ordinal);
}
