namespace Retort.Migrations;

/// <summary>Columns that one side has and the other has not.</summary>
internal static class ColumnComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var pair in comparison.Common)
        {
            foreach (var column in pair.Declared.Columns.Where(column => pair.Found.FindColumn(column.Name) is null))
                comparison.Add(
                    column.Computed is null ? Phase.AddColumn : Phase.AddComputedColumn,
                    new AddColumnOp(pair.Name, column) { Fill = RowFill.Of(pair.Declared, column) },
                    $"Detected added column '{pair.Name}.{column.Name}'"
                );
            foreach (var column in pair.Found.Columns.Where(column => pair.Declared.FindColumn(column.Name) is null))
                comparison.Add(
                    column.Computed is null ? Phase.DropColumn : Phase.DropComputedColumn,
                    new DropColumnOp(pair.Name, column.Name)
                    {
                        Dropped = column,
                        DroppedFill = RowFill.Of(pair.Found, column),
                    },
                    $"Detected removed column '{pair.Name}.{column.Name}'"
                );
        }
    }
}
