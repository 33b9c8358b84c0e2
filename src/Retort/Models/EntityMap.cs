namespace Retort;

/// <summary>
/// How objects of one table model are keyed, read, compared and written, without reflection; generated.
/// Columns are known by their position in <see cref="TableSource.Columns"/>.
/// </summary>
public abstract class EntityMap
{
    /// <summary>How many columns the table has.</summary>
    public abstract int ColumnCount { get; }

    /// <summary>Positions of the key's columns, in the order of the key.</summary>
    public abstract IReadOnlyList<int> KeyColumns { get; }

    /// <summary>Columns that the database fills in where an INSERT leaves them out: an autoincrement key, server defaults.</summary>
    public abstract ColumnSet ServerColumns { get; }

    /// <summary>Columns that the database sets in each UPDATE which leaves them out.</summary>
    public virtual ColumnSet UpdateColumns => default;

    /// <summary>How many foreign keys the table has to itself.</summary>
    public virtual int SelfReferences => 0;

    /// <summary>Calls the visitor with all type arguments known.</summary>
    public abstract TResult Accept<TResult>(IEntityMapVisitor<TResult> visitor);
}

/// <summary>Something that needs an <see cref="EntityMap"/> with all its type arguments.</summary>
public interface IEntityMapVisitor<out TResult>
{
    /// <summary>Receives the map.</summary>
    TResult Visit<E, TKey, TValues>(EntityMap<E, TKey, TValues> map)
        where E : class
        where TKey : notnull, IEquatable<TKey>
        where TValues : struct;
}

/// <summary>The part of an <see cref="EntityMap"/> that knows the model's type.</summary>
public abstract class EntityMap<E> : EntityMap
    where E : class
{
    /// <summary>A new object from a full row that begins at <paramref name="ordinal"/>.</summary>
    public abstract E Read(Row row, int ordinal);

    /// <summary>Which columns an INSERT of the object lists: all but the server's columns that have their type's default value.</summary>
    public abstract ColumnSet InsertColumns(E entity);

    /// <summary>Gives the object what the model sets at each update, unless these changes say it already; gives all columns to update.</summary>
    public virtual ColumnSet BeforeUpdate(E entity, in ColumnSet changes) => changes;

    /// <summary>Writes the values of the columns in the set, in order of position.</summary>
    public abstract void Write(E entity, in ColumnSet columns, ParameterWriter parameters);

    /// <summary>Overwrites the columns in the set from a row that has just these, in order of position, from <paramref name="ordinal"/>.</summary>
    public abstract void Load(E entity, in ColumnSet columns, Row row, int ordinal);

    /// <summary>A value of the column as a person reads it in an error message; <c>***</c> where it is sensitive.</summary>
    public abstract string Describe(E entity, int column);
}

/// <summary>The part of an <see cref="EntityMap"/> that knows the key's type: a column's, or a tuple of them.</summary>
public abstract class EntityMap<E, TKey> : EntityMap<E>
    where E : class
    where TKey : notnull, IEquatable<TKey>
{
    /// <summary>The object's key.</summary>
    public abstract TKey KeyOf(E entity);

    /// <summary>The key in a full row that begins at <paramref name="ordinal"/>.</summary>
    public abstract TKey ReadKey(Row row, int ordinal);

    /// <summary>The key from its parts.</summary>
    /// <exception cref="ArgumentException">The parts are too many, too few, or of another type.</exception>
    public abstract TKey KeyFrom(ReadOnlySpan<Key> parts);

    /// <summary>Writes the key's columns, in the order of the key.</summary>
    public abstract void WriteKey(TKey key, ParameterWriter parameters);

    /// <summary>Whether the object has a key yet; an autoincrement key of 0 is none.</summary>
    public virtual bool HasKey(E entity) => true;

    /// <summary>The key that the object's self-reference <paramref name="index"/> holds; false where it is null.</summary>
    public virtual bool TryGetParent(E entity, int index, out TKey key)
    {
        key = default!;
        return false;
    }
}

/// <summary>A whole <see cref="EntityMap"/>: it also knows the struct that remembers an object's values.</summary>
/// <typeparam name="E">The model.</typeparam>
/// <typeparam name="TKey">The key.</typeparam>
/// <typeparam name="TValues">The values of all columns of an object at one moment; what can change in place is copied.</typeparam>
public abstract class EntityMap<E, TKey, TValues> : EntityMap<E, TKey>
    where E : class
    where TKey : notnull, IEquatable<TKey>
    where TValues : struct
{
    /// <summary>Remembers the object's values.</summary>
    public abstract void Capture(E entity, out TValues values);

    /// <summary>Columns whose values differ from those remembered; JSON, lists and bytes by content.</summary>
    public abstract ColumnSet Changes(E entity, in TValues values);

    /// <summary>Gives the columns in the set the values remembered; what can change in place is copied again.</summary>
    public abstract void Restore(E entity, in ColumnSet columns, in TValues values);

    /// <inheritdoc />
    public sealed override TResult Accept<TResult>(IEntityMapVisitor<TResult> visitor) => visitor.Visit(this);
}
