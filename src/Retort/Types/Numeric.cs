namespace Retort;

/// <summary>An exact decimal number of <paramref name="Precision"/> digits, <paramref name="Scale"/> of them behind the point; <see cref="decimal"/>.</summary>
/// <param name="Precision">How many digits; null: as many as a value has.</param>
/// <param name="Scale">How many of them behind the point; 0 or more where there is a precision.</param>
public sealed record Numeric(int? Precision = null, int? Scale = null) : SqlType
{
    /// <inheritdoc />
    public override string Sql => Precision is { } digits ? $"numeric({digits}, {Scale ?? 0})" : "numeric";

    /// <inheritdoc />
    public override string CSharp => Precision is { } digits ? $"Numeric({digits}, {Scale ?? 0})" : "Numeric()";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value is decimal number ? number : Whole(value) ?? throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetDecimal(ordinal);
}
