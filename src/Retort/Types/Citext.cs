namespace Retort;

/// <summary>Text that is compared without regard to case; <see cref="string"/>.</summary>
public sealed record Citext : TextualType
{
    /// <inheritdoc />
    public override string Sql => "citext";

    /// <inheritdoc />
    public override string CSharp => "Citext()";
}
