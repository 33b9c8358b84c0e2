namespace Retort.Migrations;

/// <summary>The renames that models tell by <c>[RenamedFrom]</c>: where the database has the former name only, and the models the new one.</summary>
internal static class FormerNames
{
    /// <summary>The renames of tables, in the order of their names.</summary>
    public static IEnumerable<Rename> OfTables(MetaData declared, MetaData database) =>
        from table in declared.Sorted
        where database.Find(table.FullName) is null
        let before = table
            .RenamedFrom.Select(name => table.FullName with { Name = name })
            .Where(name => declared.Find(name) is null && database.Find(name) is not null)
            .Take(1)
        from name in before
        select new TableRename(name, table.Name);

    /// <summary>The renames of columns in tables that both have by one name.</summary>
    public static IEnumerable<Rename> OfColumns(MetaData declared, MetaData database) =>
        from table in declared.Sorted
        let found = database.Find(table.FullName)
        where found is not null
        from column in table.Columns
        where found.FindColumn(column.Name) is null
        from name in column
            .RenamedFrom.Where(name => table.FindColumn(name) is null && found.FindColumn(name) is not null)
            .Take(1)
        select new ColumnRename(table.FullName, name, column.Name);

    /// <summary>The renames of labels.</summary>
    public static IEnumerable<Rename> OfLabels(MetaData declared, MetaData database) =>
        from type in ImpliedObjects.EnumTypes(declared).DistinctBy(type => (type.Name, type.Schema))
        let name = new TableName(type.Name, type.Schema)
        let found = database.Objects.OfType<EnumDefinition>().FirstOrDefault(each => each.Name == name)
        where found is not null
        from renamed in type.RenamedFrom
        where
            !found.Labels.Contains(renamed.Label)
            && found.Labels.Contains(renamed.Before)
            && !type.Labels.Contains(renamed.Before)
        group renamed by (name, renamed.Label) into names
        select new LabelRename(names.Key.name, names.First().Before, names.Key.Label);
}
