namespace Retort;

/// <summary>Text of at most <paramref name="Length"/> characters; <see cref="string"/>.</summary>
/// <param name="Length">The largest number of characters; null: any.</param>
public sealed record Varchar(int? Length = null) : SqlType
{
    /// <inheritdoc />
    public override string Sql => Length is { } length ? $"varchar({length})" : "varchar";

    /// <inheritdoc />
    public override string CSharp => $"Varchar({Length})";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value as string ?? throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetString(ordinal);
}
