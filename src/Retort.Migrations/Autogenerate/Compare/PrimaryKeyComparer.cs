namespace Retort.Migrations;

/// <summary>Primary keys; one that differs is dropped and made anew.</summary>
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
            comparison.Add(
                Phase.DropConstraint,
                new DropConstraintOp(pair.Name, old.Name!) { Dropped = old },
                $"Detected removed {Describe(pair.Name, old)}"
            );
        if (pair.Declared.PrimaryKey is { } key)
            comparison.Add(
                Phase.AddConstraint,
                AddConstraintOp.Of(pair.Name, key),
                $"Detected added {Describe(pair.Name, key)}"
            );
    }

    private static string Describe(TableName table, PrimaryKeyConstraint key) =>
        $"primary key '{key.Name}' on {table} ({key.Columns})";
}
