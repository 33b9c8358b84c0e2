namespace Retort;

/// <summary>A counter that stands for itself; those of identity columns belong to the columns.</summary>
public sealed record SequenceDefinition(TableName Name) : SchemaObject(Name)
{
    /// <inheritdoc />
    public override string Kind => "sequence";

    /// <inheritdoc />
    public override bool IsKnownTo(SqlSyntax syntax) => syntax.Sequences;

    /// <summary>The type of its numbers; null: the database's usual one.</summary>
    public SqlType? Type { get; init; }

    /// <summary>How it counts.</summary>
    public Identity Counting { get; init; } = new();
}
