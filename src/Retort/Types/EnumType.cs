namespace Retort;

/// <summary>A type of the database whose values are labels; a <see cref="string"/>, or an enum of the model. Where a database has no such types, text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Labels">The labels in the order in which they sort; none where only the name is known.</param>
/// <param name="Schema">The schema that it is in; null: the connection's default one.</param>
public sealed record EnumType(string Name, ValueList<string> Labels, string? Schema = null) : TextualType
{
    /// <summary>Labels with a name that they had before; not kept in the database.</summary>
    public ValueList<RenamedLabel> RenamedFrom { get; init; }

    /// <inheritdoc />
    public override string Sql => Schema is null ? Name : $"{Schema}.{Name}";

    /// <inheritdoc />
    public override string CSharp =>
        Schema is null
            ? $"Enumeration({CSharpText.Literal(Name)}, [{CSharpText.Literals(Labels)}])"
            : $"Enumeration({CSharpText.Literal(Name)}, [{CSharpText.Literals(Labels)}], {CSharpText.Literal(Schema)})";
}

/// <summary>A label, and a name that it had before.</summary>
public readonly record struct RenamedLabel(string Label, string Before);
