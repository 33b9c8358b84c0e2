namespace Retort;

/// <summary>At most <paramref name="Length"/> bits; text of <c>0</c> and <c>1</c>.</summary>
/// <param name="Length">The largest number of bits; null: any.</param>
public sealed record BitVarying(int? Length = null) : TextualType
{
    /// <inheritdoc />
    public override string Sql => Length is { } length ? $"bit varying({length})" : "bit varying";

    /// <inheritdoc />
    public override string CSharp => $"BitVarying({Length})";
}
