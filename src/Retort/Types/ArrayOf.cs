namespace Retort;

/// <summary>A list of values of one type in one column; where a database has no arrays, JSON text.</summary>
/// <param name="Element">The type of the values.</param>
public sealed record ArrayOf(SqlType Element) : SqlType
{
    /// <inheritdoc />
    public override string Sql => $"{Element.Sql}[]";

    /// <inheritdoc />
    public override string CSharp => $"ArrayOf({Element.CSharp})";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.WriteArray(value as Array ?? throw Mismatch(value));

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetValue(ordinal)!;
}
