namespace Retort;

/// <summary>A whole number of 32 bits; <see cref="int"/>.</summary>
public sealed record Integer : SqlType
{
    /// <inheritdoc />
    public override string Sql => "integer";

    /// <inheritdoc />
    public override string CSharp => "Integer()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(checked((int)(Whole(value) ?? throw Mismatch(value))));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetInt32(ordinal);
}
