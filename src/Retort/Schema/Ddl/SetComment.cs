namespace Retort;

/// <summary>COMMENT ON a table or one of its columns.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; null: the table itself.</param>
/// <param name="Text">The comment; null: none.</param>
public sealed record SetComment(TableName Table, string? Column, string? Text) : TableChange(Table);
