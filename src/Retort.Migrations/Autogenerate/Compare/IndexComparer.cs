namespace Retort.Migrations;

/// <summary>Indexes; one that differs is dropped and made anew.</summary>
internal static class IndexComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var pair in comparison.Common)
        {
            foreach (
                var old in pair.Found.Indexes.Where(old =>
                    !pair.Declared.Indexes.Any(each => Same(comparison, pair, each, old))
                )
            )
                comparison.Add(
                    Phase.DropIndex,
                    new DropIndexOp(pair.Name, old.Name!) { Dropped = old },
                    $"Detected removed {Describe(pair.Name, old)}"
                );
            foreach (
                var added in pair.Declared.Indexes.Where(added =>
                    !pair.Found.Indexes.Any(each => Same(comparison, pair, added, each))
                )
            )
                Added(comparison, pair.Name, added);
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
