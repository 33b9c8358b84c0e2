namespace Retort.Migrations;

/// <summary>Constraints and indexes that differ in nothing but their name, as those of a renamed table do: they are renamed, not made anew.</summary>
internal static class NewNames
{
    /// <summary>Takes them out of what goes and what comes.</summary>
    /// <param name="comparison">Where nothing is told yet.</param>
    /// <param name="pair">The table.</param>
    /// <param name="gone">What only the database has; what is renamed is taken out.</param>
    /// <param name="added">What only the models have; what is renamed is taken out.</param>
    /// <param name="same">Whether the two are the same but for the name.</param>
    /// <param name="nameOf">The name.</param>
    public static IReadOnlyList<(T Found, T Declared)> Take<T>(
        Comparison comparison,
        TablePair pair,
        List<T> gone,
        List<T> added,
        Func<T, T, bool> same,
        Func<T, string?> nameOf
    )
        where T : class
    {
        var renamed = new List<(T, T)>();
        if (IsRecomputed(comparison, pair))
            return renamed;
        foreach (var found in gone.ToList())
            if (added.Find(each => IsFree(pair, nameOf(each)) && same(each, found)) is { } declared)
            {
                gone.Remove(found);
                added.Remove(declared);
                renamed.Add((found, declared));
            }
        return renamed;
    }

    /// <summary>What stands on a column that is made anew may go with it.</summary>
    private static bool IsRecomputed(Comparison comparison, TablePair pair) =>
        pair.Columns.Any(each => !comparison.Norms.SameComputed(each.Declared, each.Found));

    private static bool IsFree(TablePair pair, string? name) =>
        pair.Found.Constraints.All(each => each.Name != name) && pair.Found.Indexes.All(each => each.Name != name);
}
