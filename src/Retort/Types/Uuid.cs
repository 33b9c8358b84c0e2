namespace Retort;

/// <summary>A universally unique identifier; <see cref="Guid"/>.</summary>
public sealed record Uuid : SqlType
{
    /// <inheritdoc />
    public override string Sql => "uuid";

    /// <inheritdoc />
    public override string CSharp => "Uuid()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is Guid typed ? typed : throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetGuid(ordinal);
}
