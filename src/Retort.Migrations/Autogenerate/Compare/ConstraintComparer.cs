namespace Retort.Migrations;

/// <summary>What the comparers of constraints share: constraints are told apart by name, and one that differs in more than that is dropped and made anew.</summary>
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
            var gone = found.Where(old => !declared.Any(each => Same(pair.Found, each, old))).ToList();
            var added = declared.Where(each => !found.Any(old => Same(pair.Found, each, old))).ToList();
            foreach (var (old, renamed) in NewNames.Take(comparison, pair, gone, added, IsRenamed, each => each.Name))
                comparison.Add(
                    phases.Drop,
                    new RenameConstraintOp(pair.Name, old.Name!, renamed.Name!),
                    $"Detected renamed {describe(pair.Name, old)} to '{renamed.Name}'"
                );
            foreach (var old in gone)
                comparison.Add(
                    phases.Drop,
                    new DropConstraintOp(pair.Name, old.Name!) { Dropped = old },
                    $"Detected removed {describe(pair.Name, old)}"
                );
            foreach (var each in added)
                comparison.Add(
                    phases.Add,
                    AddConstraintOp.Of(pair.Name, each),
                    $"Detected added {describe(pair.Name, each)}"
                );

            bool IsRenamed(T one, T other) => one.Comment == other.Comment && same(pair.Found, one, other);
        }

        bool Same(Table table, T declared, T found) => declared.Name == found.Name && same(table, declared, found);
    }
}
