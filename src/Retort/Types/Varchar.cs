namespace Retort;

/// <summary>Text of at most <paramref name="Length"/> characters; <see cref="string"/>.</summary>
public sealed record Varchar(int Length) : SqlType
{
    /// <inheritdoc />
    public override string Sql => $"varchar({Length})";

    /// <inheritdoc />
    public override string CSharp => $"Varchar({Length})";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value as string ?? throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetString(ordinal);
}
