namespace Retort;

/// <summary>True or false; <see cref="bool"/>.</summary>
public sealed record Bool : SqlType
{
    /// <inheritdoc />
    public override string Sql => "boolean";

    /// <inheritdoc />
    public override string CSharp => "Bool()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is bool typed ? typed : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetBoolean(ordinal);
}
