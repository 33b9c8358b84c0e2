namespace Retort;

/// <summary>A day without a time; <see cref="DateOnly"/>.</summary>
public sealed record Date : SqlType
{
    /// <inheritdoc />
    public override string Sql => "date";

    /// <inheritdoc />
    public override string CSharp => "Date()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is DateOnly typed ? typed : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetDateOnly(ordinal);
}
