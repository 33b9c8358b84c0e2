namespace Retort;

/// <summary>A whole number of 16 bits; <see cref="short"/>.</summary>
public sealed record SmallInt : SqlType
{
    /// <inheritdoc />
    public override string Sql => "smallint";

    /// <inheritdoc />
    public override string CSharp => "SmallInt()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(checked((short)(Whole(value) ?? throw Mismatch(value))));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetInt16(ordinal);
}
