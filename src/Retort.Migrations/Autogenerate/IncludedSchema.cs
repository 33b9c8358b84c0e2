namespace Retort.Migrations;

/// <summary>A schema without what does not belong to a history.</summary>
/// <param name="tables">Whether a table belongs to it.</param>
/// <param name="elements">Whether something of a table does.</param>
/// <param name="objects">Whether something beside tables does.</param>
public sealed class IncludedSchema(
    Predicate<TableName> tables,
    Func<TableName, ITableElement, bool> elements,
    Predicate<SchemaObject> objects
)
{
    /// <summary>What of a schema belongs to it. What stands on a column that does not, does not either.</summary>
    public MetaData Of(MetaData schema) =>
        new(schema.Tables.Where(table => tables(table.FullName)).Select(Of))
        {
            Objects = [.. schema.Objects.Where(each => objects(each))],
            Warnings = schema.Warnings,
        };

    private Table Of(Table table)
    {
        var left = table
            .Columns.Where(column => !elements(table.FullName, column))
            .Select(column => column.Name)
            .ToHashSet();
        var kept = table.Elements.Where(each => IsIn(each)).ToList();
        var indexes = table.Indexes.Where(each => IsIn(each)).ToList();
        return kept.Count == table.Elements.Count() && indexes.Count == table.Indexes.Count
            ? table
            : table.With(kept, indexes);

        bool IsIn(ITableElement element) =>
            elements(table.FullName, element) && !left.Any(column => ColumnUses.Mentions(element, column));
    }
}
