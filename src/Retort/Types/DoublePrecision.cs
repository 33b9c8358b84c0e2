namespace Retort;

/// <summary>A binary floating-point number of 64 bits; <see cref="double"/>.</summary>
public sealed record DoublePrecision : SqlType
{
    /// <inheritdoc />
    public override string Sql => "double precision";

    /// <inheritdoc />
    public override string CSharp => "DoublePrecision()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is double typed ? typed : Whole(value) ?? throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetDouble(ordinal);
}
