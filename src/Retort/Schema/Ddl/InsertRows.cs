namespace Retort;

/// <summary>INSERT of rows whose values stand in the statement.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns that get values.</param>
/// <param name="Rows">The values of each row, in the order of the columns.</param>
public sealed record InsertRows(TableName Table, ValueList<string> Columns, ValueList<ValueList<object?>> Rows)
    : DdlElement;
