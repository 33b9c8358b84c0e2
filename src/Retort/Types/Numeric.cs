namespace Retort;

/// <summary>An exact decimal number of <paramref name="Precision"/> digits, <paramref name="Scale"/> of them behind the point; <see cref="decimal"/>.</summary>
public sealed record Numeric(int Precision, int Scale) : SqlType
{
    /// <inheritdoc />
    public override string Sql => $"numeric({Precision}, {Scale})";

    /// <inheritdoc />
    public override string CSharp => $"Numeric({Precision}, {Scale})";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is decimal number ? number : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetDecimal(ordinal);
}
