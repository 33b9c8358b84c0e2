namespace Retort;

/// <summary>Text of exactly <paramref name="Length"/> characters, filled up with blanks.</summary>
public sealed record Character(int Length) : SqlType
{
    /// <inheritdoc />
    public override string Sql => $"char({Length})";

    /// <inheritdoc />
    public override string CSharp => $"Character({Length})";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value as string ?? throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetString(ordinal);
}
