namespace Retort;

/// <summary>A binary floating-point number of 32 bits; <see cref="float"/>.</summary>
public sealed record Real : SqlType
{
    /// <inheritdoc />
    public override string Sql => "real";

    /// <inheritdoc />
    public override string CSharp => "Real()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is float typed ? typed : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetSingle(ordinal);
}
