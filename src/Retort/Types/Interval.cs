namespace Retort;

/// <summary>A length of time; <see cref="TimeSpan"/>. Where a database has no such type, a whole number of microseconds.</summary>
public sealed record Interval : SqlType
{
    /// <inheritdoc />
    public override string Sql => "interval";

    /// <inheritdoc />
    public override string CSharp => "Interval()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is TimeSpan length ? length : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetTimeSpan(ordinal);
}
