namespace Retort.Migrations;

/// <summary>Primary keys; one that differs is dropped and made anew, with the foreign keys that stand on it.</summary>
internal static class PrimaryKeyComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var pair in comparison.Common)
            if (!Same(pair.Declared.PrimaryKey, pair.Found.PrimaryKey, comparison))
                Replace(comparison, pair);
    }

    private static bool Same(PrimaryKeyConstraint? declared, PrimaryKeyConstraint? found, Comparison comparison) =>
        (declared, found) switch
        {
            (null, null) => true,
            ({ } one, { } other) => comparison.Norms.SamePrimaryKey(one, other),
            _ => false,
        };

    private static void Replace(Comparison comparison, TablePair pair)
    {
        if (pair.Found.PrimaryKey is { } old)
        {
            foreach (var (owner, referring) in ReferringTo(comparison, pair.Name, old))
            {
                comparison.Add(
                    Phase.DropForeignKey,
                    new DropConstraintOp(owner, referring.Name!) { Dropped = referring }
                );
                comparison.Add(Phase.AddForeignKey, AddConstraintOp.Of(owner, referring));
            }
            comparison.Add(
                Phase.DropConstraint,
                new DropConstraintOp(pair.Name, old.Name!) { Dropped = old },
                $"Detected removed {Describe(pair.Name, old)}"
            );
        }
        if (pair.Declared.PrimaryKey is { } key)
            comparison.Add(
                Phase.AddConstraint,
                AddConstraintOp.Of(pair.Name, key),
                $"Detected added {Describe(pair.Name, key)}"
            );
    }

    /// <summary>The foreign keys that stay as they are and refer to the key's columns.</summary>
    private static IEnumerable<(TableName Owner, ForeignKeyConstraint Key)> ReferringTo(
        Comparison comparison,
        TableName table,
        PrimaryKeyConstraint old
    ) =>
        from pair in comparison.Common
        from key in pair.Found.ForeignKeys
        where key.Table == table && key.References.Order().SequenceEqual(old.Columns.Order())
        where pair.Declared.ForeignKeys.Any(each => each.Name == key.Name && comparison.Norms.SameForeignKey(each, key))
        select (pair.Name, key);

    private static string Describe(TableName table, PrimaryKeyConstraint key) =>
        $"primary key '{key.Name}' on {table} ({key.Columns})";
}
