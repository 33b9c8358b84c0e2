namespace Retort;

/// <summary>Objects that wait for their INSERT, in the order in which they were added.</summary>
internal sealed class Pending<E, TKey, TValues>
    where E : class
    where TKey : notnull
    where TValues : struct
{
    private readonly Dictionary<E, EntityEntry<E, TKey, TValues>> _byObject = new(ReferenceEqualityComparer.Instance);
    private readonly List<EntityEntry<E, TKey, TValues>> _inOrder = [];

    public int Count => _byObject.Count;

    public void Add(E entity)
    {
        var entry = new EntityEntry<E, TKey, TValues>(entity, EntityState.Added);
        if (_byObject.TryAdd(entity, entry))
            _inOrder.Add(entry);
    }

    public bool Contains(E entity) => _byObject.ContainsKey(entity);

    /// <summary>The first object for which the condition holds; null: none.</summary>
    public E? Find(Func<E, bool> condition)
    {
        foreach (var entity in _byObject.Keys)
            if (condition(entity))
                return entity;
        return null;
    }

    /// <summary>Takes an object out; it keeps its place in the list until the list is read.</summary>
    public bool Remove(E entity)
    {
        if (!_byObject.Remove(entity, out var entry))
            return false;
        entry.State = EntityState.Detached;
        if (_byObject.Count == 0)
            _inOrder.Clear();
        return true;
    }

    public List<EntityEntry<E, TKey, TValues>> ToList()
    {
        _inOrder.RemoveAll(entry => entry.State is not EntityState.Added);
        return [.. _inOrder];
    }

    public void Clear()
    {
        foreach (var entry in _inOrder)
            entry.State = EntityState.Detached;
        _inOrder.Clear();
        _byObject.Clear();
    }
}
