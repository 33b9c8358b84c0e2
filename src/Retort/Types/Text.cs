namespace Retort;

/// <summary>Text of any length; <see cref="string"/>.</summary>
public sealed record Text : SqlType
{
    /// <inheritdoc />
    public override string Sql => "text";

    /// <inheritdoc />
    public override string CSharp => "Text()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is string typed ? typed : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetString(ordinal);
}
