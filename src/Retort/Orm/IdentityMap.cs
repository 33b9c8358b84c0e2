namespace Retort;

/// <summary>The objects of one table that a session knows: one object for each key.</summary>
internal abstract class IdentityMap(Table table)
{
    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    /// <summary>Whether an object was added or deleted since the last flush.</summary>
    public abstract bool HasPending { get; }

    /// <summary>Whether an object was changed since the last flush.</summary>
    public abstract bool HasChanges();

    /// <summary>What the next flush has to do with the table; null: nothing.</summary>
    /// <exception cref="SessionException">The key of an object was changed.</exception>
    public abstract TableFlush? Collect();

    /// <summary>The rows may have changed: whoever asks for one by key reads it again.</summary>
    public abstract void MarkStale();

    /// <summary>The transaction is committed: there is nothing to go back to.</summary>
    public abstract void Committed();

    /// <summary>The transaction is rolled back: objects get the values of the last commit, added ones are forgotten.</summary>
    public abstract void RolledBack();
}

/// <summary>The part of an <see cref="IdentityMap"/> that knows the model's type.</summary>
internal abstract class IdentityMap<E>(Table table) : IdentityMap(table)
    where E : class
{
    /// <summary>How many columns a row has.</summary>
    public abstract int ColumnCount { get; }

    /// <summary>The one object of the row at <paramref name="ordinal"/>.</summary>
    public abstract E Read(Row row, int ordinal);

    /// <summary>The next flush inserts the object.</summary>
    /// <exception cref="SessionException">Another object has its key.</exception>
    public abstract void Add(E entity);

    /// <summary>The next flush deletes the object's row.</summary>
    /// <exception cref="SessionException">The object is not of this session.</exception>
    public abstract void Delete(E entity);

    /// <summary>The object of a key, from memory or from the database; null: there is no such row.</summary>
    public abstract ValueTask<E?> GetAsync(Session session, ReadOnlySpan<Key> key, CancellationToken cancellationToken);

    /// <summary>Reads the object's row again and overwrites all its columns.</summary>
    /// <exception cref="SessionException">The object is not of this session, or has no row yet.</exception>
    /// <exception cref="StaleDataException">The row is not there any more.</exception>
    public abstract ValueTask RefreshAsync(Session session, E entity, CancellationToken cancellationToken);
}
