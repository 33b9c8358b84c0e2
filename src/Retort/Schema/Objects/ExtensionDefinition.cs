namespace Retort;

/// <summary>An extension of the database; what it brings along is no object of the schema.</summary>
/// <param name="Extension">Its name.</param>
/// <param name="Schema">The schema that it is installed into; null: where the database puts it.</param>
public sealed record ExtensionDefinition(string Extension, string? Schema = null)
    : SchemaObject(new TableName(Extension))
{
    /// <inheritdoc />
    public override string Kind => "extension";

    /// <inheritdoc />
    public override bool IsKnownTo(SqlSyntax syntax) => syntax.Extensions;
}
