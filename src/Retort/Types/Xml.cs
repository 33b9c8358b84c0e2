namespace Retort;

/// <summary>An XML document; text.</summary>
public sealed record Xml : TextualType
{
    /// <inheritdoc />
    public override string Sql => "xml";

    /// <inheritdoc />
    public override string CSharp => "Xml()";
}
