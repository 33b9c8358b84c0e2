namespace Retort;

/// <summary>The address of a network card; <see cref="System.Net.NetworkInformation.PhysicalAddress"/> or text. Where a database has no such type, text.</summary>
public sealed record MacAddress : TextualType
{
    /// <inheritdoc />
    public override string Sql => "macaddr";

    /// <inheritdoc />
    public override string CSharp => "MacAddress()";
}
