namespace Retort;

/// <summary>A whole number of 64 bits; <see cref="long"/>.</summary>
public sealed record BigInt : SqlType
{
    /// <inheritdoc />
    public override string Sql => "bigint";

    /// <inheritdoc />
    public override string CSharp => "BigInt()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(Whole(value) ?? throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetInt64(ordinal);
}
