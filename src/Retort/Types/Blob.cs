namespace Retort;

/// <summary>Bytes of any length; <see cref="byte"/>[].</summary>
public sealed record Blob : SqlType
{
    /// <inheritdoc />
    public override string Sql => "blob";

    /// <inheritdoc />
    public override string CSharp => "Blob()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is byte[] typed ? typed : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetBytes(ordinal);
}
