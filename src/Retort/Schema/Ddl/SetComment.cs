namespace Retort;

/// <summary>COMMENT ON a table or one of its columns.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; null: the table itself.</param>
/// <param name="Text">The comment; null: none.</param>
public sealed record SetComment(TableName Table, string? Column, string? Text) : TableChange(Table);

/// <summary>COMMENT ON CONSTRAINT.</summary>
public sealed record CommentOnConstraint(TableName Table, string Constraint, string? Text) : DdlElement;

/// <summary>COMMENT ON INDEX.</summary>
public sealed record CommentOnIndex(TableName Table, string Index, string? Text) : DdlElement;

/// <summary>COMMENT ON an object that is no table.</summary>
public sealed record CommentOnObject(SchemaObject Object) : DdlElement;
