namespace Retort;

/// <summary>A question to full-text search; text. Where a database has no such type, text.</summary>
public sealed record TsQuery : TextualType
{
    /// <inheritdoc />
    public override string Sql => "tsquery";

    /// <inheritdoc />
    public override string CSharp => "TsQuery()";
}
