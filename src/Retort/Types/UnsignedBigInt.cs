namespace Retort;

/// <summary>A whole number of 64 bits without a sign; <see cref="ulong"/>. Where a database has no number as large, text of 20 digits.</summary>
public sealed record UnsignedBigInt : TextualType
{
    /// <inheritdoc />
    public override string Sql => "numeric(20, 0)";

    /// <inheritdoc />
    public override string CSharp => "UnsignedBigInt()";
}
