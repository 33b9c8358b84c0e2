namespace Retort.Migrations;

/// <summary>What the comparers of constraints share: constraints are told apart by name, and one that differs is dropped and made anew.</summary>
internal static class ConstraintComparer
{
    public static void Compare<T>(
        Comparison comparison,
        Func<Table, IReadOnlyList<T>> of,
        Func<Table, T, T, bool> same,
        (Phase Drop, Phase Add) phases,
        Func<TableName, T, string> describe
    )
        where T : Constraint
    {
        foreach (var pair in comparison.Common)
        {
            var (declared, found) = (of(pair.Declared), of(pair.Found));
            foreach (var old in found.Where(old => !declared.Any(each => Same(pair.Found, each, old))))
                comparison.Add(
                    phases.Drop,
                    new DropConstraintOp(pair.Name, old.Name!) { Dropped = old },
                    $"Detected removed {describe(pair.Name, old)}"
                );
            foreach (var added in declared.Where(added => !found.Any(each => Same(pair.Found, added, each))))
                comparison.Add(
                    phases.Add,
                    AddConstraintOp.Of(pair.Name, added),
                    $"Detected added {describe(pair.Name, added)}"
                );
        }

        bool Same(Table table, T declared, T found) => declared.Name == found.Name && same(table, declared, found);
    }
}
