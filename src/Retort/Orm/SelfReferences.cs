namespace Retort;

/// <summary>The order of rows that refer to rows of their own table.</summary>
internal static class SelfReferences
{
    /// <summary>The entries in their order, except that one whose object another refers to stands before it. A cycle is cut anywhere.</summary>
    public static List<EntityEntry<E, TKey, TValues>> ParentsFirst<E, TKey, TValues>(
        List<EntityEntry<E, TKey, TValues>> entries,
        EntityMap<E, TKey, TValues> map
    )
        where E : class
        where TKey : notnull, IEquatable<TKey>
        where TValues : struct
    {
        if (map.SelfReferences == 0 || entries.Count < 2)
            return entries;
        var byKey = new Dictionary<TKey, EntityEntry<E, TKey, TValues>>(entries.Count);
        foreach (var entry in entries)
            if (map.HasKey(entry.Entity))
                byKey[map.KeyOf(entry.Entity)] = entry;
        return Sort(entries, entry => Parents(entry, byKey, map));
    }

    private static IEnumerable<EntityEntry<E, TKey, TValues>> Parents<E, TKey, TValues>(
        EntityEntry<E, TKey, TValues> entry,
        Dictionary<TKey, EntityEntry<E, TKey, TValues>> byKey,
        EntityMap<E, TKey, TValues> map
    )
        where E : class
        where TKey : notnull, IEquatable<TKey>
        where TValues : struct
    {
        for (var index = 0; index < map.SelfReferences; index++)
            if (map.TryGetParent(entry.Entity, index, out var key) && byKey.TryGetValue(key, out var parent))
                yield return parent;
    }

    /// <summary>Depth first, with a stack of our own: a chain of rows may be longer than the thread's stack.</summary>
    private static List<T> Sort<T>(List<T> items, Func<T, IEnumerable<T>> before)
        where T : class
    {
        var sorted = new List<T>(items.Count);
        var seen = new HashSet<T>();
        var path = new Stack<(T Item, IEnumerator<T> Before)>();
        foreach (var item in items)
        {
            Enter(item);
            while (path.TryPeek(out var top))
                if (top.Before.MoveNext())
                    Enter(top.Before.Current);
                else
                    sorted.Add(path.Pop().Item);
        }
        return sorted;

        void Enter(T item)
        {
            if (seen.Add(item))
                path.Push((item, before(item).GetEnumerator()));
        }
    }
}
