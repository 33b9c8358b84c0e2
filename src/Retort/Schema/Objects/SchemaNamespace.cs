namespace Retort;

/// <summary>A schema: a namespace of tables and other objects.</summary>
public sealed record SchemaNamespace(string Schema) : SchemaObject(new TableName(Schema))
{
    /// <inheritdoc />
    public override string Kind => "schema";

    /// <inheritdoc />
    public override bool IsKnownTo(SqlSyntax syntax) => syntax.Schemas;
}
