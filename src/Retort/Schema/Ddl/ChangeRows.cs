namespace Retort;

/// <summary>UPDATE or DELETE of a table's rows.</summary>
/// <param name="Table">The table.</param>
/// <param name="Set">What is set, as it stands behind SET; null: the rows are deleted.</param>
/// <param name="Where">The condition of the rows, in SQL; null: all rows.</param>
public sealed record ChangeRows(TableName Table, string? Set, string? Where) : DdlElement;
