namespace Retort;

/// <summary>An <see cref="IdentityMap"/> with all types known: the objects, and where each stands.</summary>
internal sealed class TrackedTable<E, TKey, TValues>(
    ChangeTracker tracker,
    Table table,
    EntityMap<E, TKey, TValues> map
) : IdentityMap<E>(table)
    where E : class
    where TKey : notnull, IEquatable<TKey>
    where TValues : struct
{
    private readonly Dictionary<TKey, EntityEntry<E, TKey, TValues>> _byKey = [];
    private readonly Pending<E, TKey, TValues> _added = new();
    private readonly List<EntityEntry<E, TKey, TValues>> _deleted = [];
    private readonly Journal<E, TKey, TValues> _journal = new(map);
    private readonly ColumnSet _key = ColumnSet.Of(map.KeyColumns);

    public override int ColumnCount => map.ColumnCount;

    public override bool HasPending => _added.Count + _deleted.Count > 0;

    public EntityMap<E, TKey, TValues> Map => map;

    public override bool HasChanges()
    {
        foreach (var entry in _byKey.Values)
            if (entry.State is EntityState.Persistent && !map.Changes(entry.Entity, entry.Values).IsEmpty)
                return true;
        return false;
    }

    public override E Read(Row row, int ordinal)
    {
        var key = map.ReadKey(row, ordinal);
        return _byKey.TryGetValue(key, out var entry)
            ? Merge(entry, map.Read(row, ordinal))
            : Track(key, map.Read(row, ordinal));
    }

    public override void Add(E entity)
    {
        if (Find(entity) is { } known)
            Keep(known);
        else if (map.HasKey(entity) && _byKey.TryGetValue(map.KeyOf(entity), out var other) && IsHeld(other))
            throw SessionException.SameKey(Table.Name, DescribeKey(entity));
        else
            _added.Add(entity);
    }

    public override void Delete(E entity)
    {
        if (_added.Remove(entity))
            return;
        var entry = Find(entity) ?? throw SessionException.NotTracked(Table.Name);
        if (entry.State is not EntityState.Persistent)
            return;
        entry.State = EntityState.Deleted;
        _deleted.Add(entry);
    }

    public override ValueTask<E?> GetAsync(Session session, ReadOnlySpan<Key> key, CancellationToken cancellationToken)
    {
        var typed = map.KeyFrom(key);
        return Known(typed, out var entity) ? new(entity) : SelectAsync(session, typed, cancellationToken);
    }

    public override async ValueTask RefreshAsync(Session session, E entity, CancellationToken cancellationToken)
    {
        if (_added.Contains(entity))
            throw SessionException.NotSaved(Table.Name);
        var entry = Find(entity) ?? throw SessionException.NotTracked(Table.Name);
        Restore(entry);
        if (await SelectAsync(session, entry.Key, cancellationToken).ConfigureAwait(false) is null)
            throw StaleDataException.Of("refreshed", Table.Name, DescribeKey(entity));
    }

    public override TableFlush? Collect()
    {
        var updates = Updates();
        return updates.Count == 0 && !HasPending
            ? null
            : new TableFlush<E, TKey, TValues>(this, _added.ToList(), updates, [.. _deleted]);
    }

    public override void MarkStale()
    {
        foreach (var entry in _byKey.Values)
            entry.Stale = true;
    }

    public override void Committed() => _journal.Clear();

    public override void RolledBack()
    {
        _added.Clear();
        foreach (var entry in _deleted)
            entry.State = EntityState.Persistent;
        _deleted.Clear();
        _journal.Undo(_byKey);
        foreach (var entry in _byKey.Values)
            Restore(entry);
    }

    /// <summary>Whether a row with the object's key is about to be deleted.</summary>
    public bool IsDeleted(E added, out EntityEntry<E, TKey, TValues> deleted) =>
        _byKey.TryGetValue(map.KeyOf(added), out deleted!) && deleted.State is EntityState.Deleted;

    /// <summary>The object has a row now.</summary>
    public void Inserted(EntityEntry<E, TKey, TValues> entry)
    {
        _journal.Record(entry);
        _added.Remove(entry.Entity);
        entry.State = EntityState.Persistent;
        entry.Key = map.KeyOf(entry.Entity);
        map.Capture(entry.Entity, out entry.Values);
        _byKey[entry.Key] = entry;
    }

    /// <summary>The object's row has the object's values now.</summary>
    public void Updated(EntityEntry<E, TKey, TValues> entry)
    {
        _journal.Record(entry);
        map.Capture(entry.Entity, out entry.Values);
    }

    /// <summary>The object has no row any more; it stays readable.</summary>
    public void Deleted(EntityEntry<E, TKey, TValues> entry)
    {
        _journal.Record(entry);
        _byKey.Remove(entry.Key);
        entry.State = EntityState.Detached;
    }

    /// <summary>What was to be deleted is deleted.</summary>
    public void DeletesDone() => _deleted.Clear();

    /// <summary>The key of an object as a person reads it: <c>id = 3</c>.</summary>
    public string DescribeKey(E entity) =>
        string.Join(
            ", ",
            map.KeyColumns.Select(column => $"{Table.Columns[column].Name} = {map.Describe(entity, column)}")
        );

    private List<EntityUpdate<E, TKey, TValues>> Updates()
    {
        var updates = new List<EntityUpdate<E, TKey, TValues>>();
        foreach (var entry in _byKey.Values)
        {
            if (entry.State is not EntityState.Persistent)
                continue;
            var columns = map.Changes(entry.Entity, entry.Values);
            if (columns.IsEmpty)
                continue;
            if (columns.Overlaps(_key))
                throw SessionException.KeyChanged(Table.Name, DescribeKey(entry.Entity));
            updates.Add(new(entry, map.BeforeUpdate(entry.Entity, columns), columns));
        }
        return updates;
    }

    private EntityEntry<E, TKey, TValues>? Find(E entity) =>
        _byKey.TryGetValue(map.KeyOf(entity), out var entry) && ReferenceEquals(entry.Entity, entity) ? entry : null;

    /// <summary>Whether memory answers for a key: with an object, or with null for one that is about to be deleted.</summary>
    private bool Known(TKey key, out E? entity)
    {
        entity = _added.Count == 0 ? null : _added.Find(added => map.HasKey(added) && map.KeyOf(added).Equals(key));
        if (entity is not null)
            return true;
        if (!_byKey.TryGetValue(key, out var entry) || entry is { Stale: true, State: EntityState.Persistent })
            return false;
        if (entry.State is EntityState.Persistent)
            entity = entry.Entity;
        return true;
    }

    private async ValueTask<E?> SelectAsync(Session session, TKey key, CancellationToken cancellationToken)
    {
        var row = await RowSelect.ReadAsync(session, this, key, cancellationToken).ConfigureAwait(false);
        if (row is null && _byKey.Remove(key, out var gone))
            gone.State = EntityState.Detached;
        return row;
    }

    private E Track(TKey key, E entity)
    {
        var entry = new EntityEntry<E, TKey, TValues>(entity, EntityState.Persistent) { Key = key };
        map.Capture(entity, out entry.Values);
        _byKey.Add(key, entry);
        if (tracker.InTransaction)
            _journal.Loaded(entry);
        return entity;
    }

    /// <summary>Overwrites what changed in the row, except for columns that were changed here.</summary>
    private E Merge(EntityEntry<E, TKey, TValues> entry, E row)
    {
        entry.Stale = false;
        var changed = map.Changes(row, entry.Values);
        if (changed.IsEmpty)
            return entry.Entity;
        if (tracker.InTransaction)
            _journal.Record(entry);
        var local = map.Changes(entry.Entity, entry.Values);
        map.Capture(row, out entry.Values);
        map.Restore(entry.Entity, changed.Except(local), entry.Values);
        return entry.Entity;
    }

    private void Keep(EntityEntry<E, TKey, TValues> entry)
    {
        if (entry.State is EntityState.Deleted && _deleted.Remove(entry))
            entry.State = EntityState.Persistent;
    }

    private static bool IsHeld(EntityEntry<E, TKey, TValues> entry) =>
        entry is { State: EntityState.Persistent, Stale: false };

    private void Restore(EntityEntry<E, TKey, TValues> entry)
    {
        var changes = map.Changes(entry.Entity, entry.Values);
        if (!changes.IsEmpty)
            map.Restore(entry.Entity, changes, entry.Values);
    }
}
