namespace Retort;

/// <summary>A type of the database whose values are a list of labels, in the order in which they sort.</summary>
public sealed record EnumDefinition(TableName Name, ValueList<string> Labels) : SchemaObject(Name)
{
    /// <inheritdoc />
    public override string Kind => "enum";

    /// <inheritdoc />
    public override bool IsKnownTo(SqlSyntax syntax) => syntax.EnumTypes;
}
