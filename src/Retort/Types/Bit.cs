namespace Retort;

/// <summary>Exactly <paramref name="Length"/> bits; text of <c>0</c> and <c>1</c>.</summary>
public sealed record Bit(int Length) : TextualType
{
    /// <inheritdoc />
    public override string Sql => $"bit({Length})";

    /// <inheritdoc />
    public override string CSharp => $"Bit({Length})";
}
