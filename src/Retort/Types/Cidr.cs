namespace Retort;

/// <summary>A network of internet addresses; <see cref="System.Net.IPNetwork"/> or text. Where a database has no such type, text.</summary>
public sealed record Cidr : TextualType
{
    /// <inheritdoc />
    public override string Sql => "cidr";

    /// <inheritdoc />
    public override string CSharp => "Cidr()";
}
