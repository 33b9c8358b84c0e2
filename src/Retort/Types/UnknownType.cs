namespace Retort;

/// <summary>A type that is in a database and has no model here; carried by its name, read as the driver gives it.</summary>
public sealed record UnknownType(string Name) : SqlType
{
    /// <inheritdoc />
    public override string Sql => Name;

    /// <inheritdoc />
    public override string CSharp => $"Unknown({CSharpText.Literal(Name)})";

    /// <inheritdoc />
    public override void Bind(ParameterWriter parameters, object value) =>
        parameters.Write(value as string ?? throw Mismatch(value), this);

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetValue(ordinal)!;
}
