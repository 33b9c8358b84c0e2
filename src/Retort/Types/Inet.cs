namespace Retort;

/// <summary>An internet address, with or without the length of its network; <see cref="System.Net.IPAddress"/> or text. Where a database has no such type, text.</summary>
public sealed record Inet : TextualType
{
    /// <inheritdoc />
    public override string Sql => "inet";

    /// <inheritdoc />
    public override string CSharp => "Inet()";
}
