namespace Retort;

/// <summary>What of a table stands on one of its columns.</summary>
public static class ColumnUses
{
    /// <summary>Whether a column, constraint or index of a table is the column or stands on it.</summary>
    public static bool Mentions(ITableElement element, string column) =>
        element switch
        {
            Column other => other.Name == column
                || other.Computed is { } computed && SqlNames.Mentions(computed.Text, column),
            PrimaryKeyConstraint key => key.Columns.Contains(column) || key.Include.Contains(column),
            UniqueConstraint unique => unique.Columns.Contains(column) || unique.Include.Contains(column),
            CheckConstraint check => SqlNames.Mentions(check.Sql, column),
            ForeignKeyConstraint key => key.Columns.Contains(column),
            ExclusionConstraint exclusion => exclusion.Elements.Any(each => Mentions(each.Element, column))
                || exclusion.Where is { } where && SqlNames.Mentions(where, column),
            TableIndex index => index.Elements.Any(each => Mentions(each, column))
                || index.Include.Contains(column)
                || index.Where is { } where && SqlNames.Mentions(where, column),
            _ => false,
        };

    private static bool Mentions(IndexElement element, string column) =>
        element.IsExpression ? SqlNames.Mentions(element.Text, column) : element.Text == column;
}
