namespace Retort.Migrations;

/// <summary>What goes and what comes, where it may be one thing with another name: nobody but the author knows.</summary>
internal static class LikelyRenames
{
    /// <summary>All that may be, for each thing that goes its likeliest first.</summary>
    /// <param name="declared">The models.</param>
    /// <param name="database">The database, with the renames that are known.</param>
    /// <param name="norms">What is equal.</param>
    public static IReadOnlyList<Rename> Of(MetaData declared, MetaData database, SchemaNorms norms) =>
        [
            .. Tables(declared, database, norms),
            .. from table in declared.Sorted
            let found = database.Find(table.FullName)
            where found is not null
            from rename in Columns(table, found, norms)
            select rename,
            .. Labels(declared, database),
        ];

    private static IEnumerable<Rename> Tables(MetaData declared, MetaData database, SchemaNorms norms) =>
        from found in database.Sorted
        where declared.Find(found.FullName) is null
        from table in declared
            .Sorted.Where(table => table.Schema == found.Schema && database.Find(table.FullName) is null)
            .Where(table => IsAlike(table, found, norms))
            .OrderBy(table => Spelling.Distance(found.Name, table.Name))
        select new TableRename(found.FullName, table.Name);

    /// <summary>Whether more than half of the columns of both are the same.</summary>
    private static bool IsAlike(Table declared, Table found, SchemaNorms norms)
    {
        var same = declared.Columns.Count(column =>
            found.FindColumn(column.Name) is { } other && norms.SameType(column, other)
        );
        return 2 * same > Math.Max(declared.Columns.Count, found.Columns.Count);
    }

    private static IEnumerable<Rename> Columns(Table declared, Table found, SchemaNorms norms) =>
        from column in found.Columns
        where column.Computed is null && declared.FindColumn(column.Name) is null
        from added in declared
            .Columns.Where(added =>
                added.Computed is null && found.FindColumn(added.Name) is null && IsAlike(added, column, norms)
            )
            .OrderBy(added => Spelling.Distance(column.Name, added.Name))
        select new ColumnRename(declared.FullName, column.Name, added.Name);

    /// <summary>Whether the columns have one type, or types of one family and names of one sort.</summary>
    private static bool IsAlike(Column declared, Column found, SchemaNorms norms) =>
        norms.SameType(declared, found)
        || FamilyOf(declared.Type) == FamilyOf(found.Type) && IsAlike(declared.Name, found.Name);

    private static bool IsAlike(string one, string other) =>
        one.Contains(other, StringComparison.OrdinalIgnoreCase)
        || other.Contains(one, StringComparison.OrdinalIgnoreCase)
        || Spelling.Distance(one, other) <= Math.Min(one.Length, other.Length) / 3;

    private static Type FamilyOf(SqlType type) =>
        type switch
        {
            Varchar or Character or Citext => typeof(Text),
            SmallInt or BigInt or Numeric or Real or DoublePrecision => typeof(Integer),
            Date => typeof(Timestamp),
            _ => type.GetType(),
        };

    private static IEnumerable<Rename> Labels(MetaData declared, MetaData database) =>
        from type in ImpliedObjects.EnumTypes(declared).Distinct()
        let name = new TableName(type.Name, type.Schema)
        let found = database.Objects.OfType<EnumDefinition>().FirstOrDefault(each => each.Name == name)
        where found is not null
        from label in found.Labels
        where !type.Labels.Contains(label)
        from added in type
            .Labels.Where(added => !found.Labels.Contains(added))
            .OrderBy(added => Spelling.Distance(label, added))
        select new LabelRename(name, label, added);
}
