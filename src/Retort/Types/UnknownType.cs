namespace Retort;

/// <summary>A type that is in a database and has no model here; carried by its name.</summary>
/// <param name="Name">The name, as the database writes it.</param>
public sealed record UnknownType(string Name) : TextualType
{
    /// <summary>Whether values are exchanged as text; otherwise as the driver takes and gives them.</summary>
    public bool IsText { get; init; } = true;

    /// <inheritdoc />
    public override string Sql => Name;

    /// <inheritdoc />
    public override string CSharp => $"Unknown({CSharpText.Literal(Name)})";

    /// <inheritdoc />
    public override object Read(Row row, int ordinal) => row.GetValue(ordinal)!;
}
