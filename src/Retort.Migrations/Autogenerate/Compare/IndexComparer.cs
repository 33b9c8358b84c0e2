namespace Retort.Migrations;

/// <summary>Indexes; one that differs in more than its name is dropped and made anew.</summary>
internal static class IndexComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var pair in comparison.Common)
        {
            var (declared, found) = (pair.Declared.Indexes, pair.Found.Indexes);
            var gone = found.Where(old => !declared.Any(each => Same(comparison, pair, each, old))).ToList();
            var added = declared.Where(each => !found.Any(old => Same(comparison, pair, each, old))).ToList();
            foreach (var (old, renamed) in NewNames.Take(comparison, pair, gone, added, IsRenamed, each => each.Name))
                comparison.Add(
                    Phase.DropIndex,
                    new RenameIndexOp(pair.Name, old.Name!, renamed.Name!),
                    $"Detected renamed {Describe(pair.Name, old)} to '{renamed.Name}'"
                );
            foreach (var old in gone)
                comparison.Add(
                    Phase.DropIndex,
                    new DropIndexOp(pair.Name, old.Name!) { Dropped = old },
                    $"Detected removed {Describe(pair.Name, old)}"
                );
            foreach (var each in added)
                Added(comparison, pair.Name, each);

            bool IsRenamed(TableIndex one, TableIndex other) =>
                one.Comment == other.Comment && comparison.Norms.SameIndex(pair.Found, one, other);
        }
    }

    /// <summary>An index that the models have and the database has not.</summary>
    public static void Added(Comparison comparison, TableName table, TableIndex index) =>
        comparison.Add(Phase.CreateIndex, new CreateIndexOp(table, index), $"Detected added {Describe(table, index)}");

    private static string Describe(TableName table, TableIndex index) =>
        $"{(index.Unique ? "unique " : "")}index '{index.Name}' on {table} ({index.Elements})";

    private static bool Same(Comparison comparison, TablePair pair, TableIndex declared, TableIndex found) =>
        declared.Name == found.Name && comparison.Norms.SameIndex(pair.Found, declared, found);
}
