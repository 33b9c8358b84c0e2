namespace Retort;

/// <summary>Orders tables by their foreign keys.</summary>
internal static class TableSorter
{
    /// <summary>Referred tables first; depth first over names in order, so that the result is the same each time. A cycle is cut at its first name.</summary>
    public static IReadOnlyList<Table> Sort(IReadOnlyCollection<Table> tables)
    {
        var byName = tables
            .OrderBy(table => table.ToString(), StringComparer.Ordinal)
            .ToDictionary(table => table.FullName);
        var visited = new HashSet<TableName>();
        var sorted = new List<Table>(byName.Count);
        foreach (var table in byName.Values)
            Visit(table);
        return sorted;

        void Visit(Table table)
        {
            if (!visited.Add(table.FullName))
                return;
            foreach (
                var referred in table
                    .ForeignKeys.Select(key => key.Table)
                    .OrderBy(name => name.ToString(), StringComparer.Ordinal)
            )
                if (byName.TryGetValue(referred, out var other))
                    Visit(other);
            sorted.Add(table);
        }
    }
}
