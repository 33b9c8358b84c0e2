namespace Retort;

/// <summary>A document as full-text search sees it; text. Where a database has no such type, text.</summary>
public sealed record TsVector : TextualType
{
    /// <inheritdoc />
    public override string Sql => "tsvector";

    /// <inheritdoc />
    public override string CSharp => "TsVector()";
}
