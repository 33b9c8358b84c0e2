namespace Retort.Migrations;

/// <summary>Type, nullability and server default of columns that both sides have; one operation for all changes of a column.</summary>
internal static class ColumnPropertiesComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var pair in comparison.Common)
        foreach (var (declared, found) in pair.Columns)
            Compare(comparison, pair.Name, declared, found);
    }

    private static void Compare(Comparison comparison, TableName table, Column declared, Column found)
    {
        var name = $"'{table}.{declared.Name}'";
        if (!comparison.Norms.SameComputed(declared, found))
        {
            Recompute(comparison, table, declared, found, name);
            return;
        }
        var words = new List<string>();
        var alter = new AlterColumnOp(table, declared.Name)
        {
            ExistingType = found.Type,
            ExistingNullable = found.Nullable,
        };
        if (!comparison.Norms.SameType(declared, found))
        {
            words.Add($"Detected type change from {found.Type} to {declared.Type} on column {name}");
            alter = alter with { Type = declared.Type };
        }
        if (declared.Nullable != found.Nullable)
        {
            words.Add($"Detected {(declared.Nullable ? "NULL" : "NOT NULL")} on column {name}");
            alter = alter with { Nullable = declared.Nullable };
        }
        if (!comparison.Norms.SameDefault(declared, found))
        {
            words.Add($"Detected server default change on column {name}");
            alter = alter with { ServerDefault = OrNone(declared), ExistingServerDefault = OrNone(found) };
        }
        if (words.Count > 0)
            comparison.Add(Phase.AlterColumn, alter, words);
    }

    /// <summary>What a column is computed from cannot be changed: the column is made anew, and computed for each row.</summary>
    private static void Recompute(Comparison comparison, TableName table, Column declared, Column found, string name)
    {
        comparison.Add(
            Phase.AlterColumn,
            new DropColumnOp(table, found.Name) { Dropped = found },
            $"Detected computed expression change on column {name}"
        );
        comparison.Add(Phase.AlterColumn, new AddColumnOp(table, declared));
    }

    /// <summary>The default, or the statement that there is none.</summary>
    private static ServerDefault OrNone(Column column) =>
        column.ServerDefault.Exists ? column.ServerDefault : (string?)null;
}
