namespace Retort;

/// <summary>Where an object stands between the program and the database.</summary>
internal enum EntityState
{
    /// <summary>No row yet; the next flush inserts it.</summary>
    Added,

    /// <summary>Has a row; the next flush updates what was changed.</summary>
    Persistent,

    /// <summary>Has a row; the next flush deletes it.</summary>
    Deleted,

    /// <summary>Not of the session's concern any more.</summary>
    Detached,
}

/// <summary>What a session knows of one object.</summary>
internal sealed class EntityEntry<E, TKey, TValues>(E entity, EntityState state)
    where E : class
    where TKey : notnull
    where TValues : struct
{
    /// <summary>The values that its row has, as far as the session knows. A field, so that it is compared and captured in place.</summary>
    public TValues Values;

    /// <summary>The object.</summary>
    public E Entity { get; } = entity;

    /// <summary>The key of its row, from the time that it has one.</summary>
    public TKey Key { get; set; } = default!;

    /// <summary>Where it stands.</summary>
    public EntityState State { get; set; } = state;

    /// <summary>Whether the row may have changed since it was read, by this session's own doing; the next Get reads it again.</summary>
    public bool Stale { get; set; }
}
