namespace Retort;

/// <summary>How the objects of a table stood before the flushes of the transaction changed them.</summary>
internal sealed class Journal<E, TKey, TValues>(EntityMap<E, TKey, TValues> map)
    where E : class
    where TKey : notnull, IEquatable<TKey>
    where TValues : struct
{
    private readonly List<Before> _before = [];
    private readonly List<EntityEntry<E, TKey, TValues>> _loaded = [];

    private readonly record struct Before(EntityEntry<E, TKey, TValues> Entry, EntityState State, TValues Values);

    /// <summary>The object is about to get another state or other values.</summary>
    public void Record(EntityEntry<E, TKey, TValues> entry) => _before.Add(new(entry, entry.State, entry.Values));

    /// <summary>The object was read within the transaction: a rollback may change its row.</summary>
    public void Loaded(EntityEntry<E, TKey, TValues> entry) => _loaded.Add(entry);

    /// <summary>There is nothing to go back to.</summary>
    public void Clear()
    {
        _before.Clear();
        _loaded.Clear();
    }

    /// <summary>Goes back, last change first.</summary>
    public void Undo(Dictionary<TKey, EntityEntry<E, TKey, TValues>> byKey)
    {
        for (var i = _before.Count - 1; i >= 0; i--)
            Undo(byKey, _before[i]);
        foreach (var entry in _loaded)
            entry.Stale = true;
        Clear();
    }

    private void Undo(Dictionary<TKey, EntityEntry<E, TKey, TValues>> byKey, in Before before)
    {
        var entry = before.Entry;
        if (before.State is EntityState.Added)
            Forget(byKey, entry, before.Values);
        else
        {
            entry.Values = before.Values;
            entry.State = EntityState.Persistent;
            byKey[entry.Key] = entry;
        }
    }

    /// <summary>The object has no row again, and not what the database filled in.</summary>
    private void Forget(
        Dictionary<TKey, EntityEntry<E, TKey, TValues>> byKey,
        EntityEntry<E, TKey, TValues> entry,
        in TValues before
    )
    {
        if (byKey.TryGetValue(entry.Key, out var held) && ReferenceEquals(held, entry))
            byKey.Remove(entry.Key);
        entry.State = EntityState.Detached;
        if (!map.ServerColumns.IsEmpty)
            map.Restore(entry.Entity, map.ServerColumns, before);
    }
}
