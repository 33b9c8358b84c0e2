namespace Retort;

/// <summary>All objects that a session knows, by table; gives each row its one object.</summary>
internal sealed class ChangeTracker : EntityReader, IEntityMapVisitor<IdentityMap>
{
    private readonly Dictionary<Table, IdentityMap> _maps = [];
    private IdentityMap? _last;
    private Table? _visited;

    /// <summary>The objects by table.</summary>
    public IReadOnlyCollection<IdentityMap> Maps => _maps.Values;

    /// <summary>Whether rows that are read now may be undone by a rollback.</summary>
    public bool InTransaction { get; private set; }

    /// <summary>The objects of a model.</summary>
    public IdentityMap<E> Of<E>()
        where E : class, ITableModel<E> => _last as IdentityMap<E> ?? (IdentityMap<E>)Of(E.Table, E.Map);

    /// <summary>The objects of a table.</summary>
    public IdentityMap Of(Table table, EntityMap map)
    {
        if (!_maps.TryGetValue(table, out var objects))
        {
            _visited = table;
            _maps.Add(table, objects = map.Accept(this));
        }
        _last = objects;
        return objects;
    }

    /// <summary>Prepares for the rows of the tables that a statement names.</summary>
    public void Expect(TableSource source)
    {
        if (source is Table { PrimaryKey: not null } table and IModelTable model)
            Of(table, model.Map);
    }

    /// <summary>Whether a query on the table would miss something that was not flushed.</summary>
    public bool NeedsFlush(TableSource source) =>
        _maps.Values.Any(map => map.HasPending)
        || (source is Table table && _maps.TryGetValue(table, out var objects) && objects.HasChanges());

    /// <inheritdoc />
    public override T Read<T>(Row row, ref int ordinal)
    {
        if ((_last as IdentityMap<T> ?? Find<T>()) is not { } objects)
            return T.Read(row, ref ordinal);
        var entity = objects.Read(row, ordinal);
        ordinal += objects.ColumnCount;
        return entity;
    }

    /// <summary>Rows of the table were changed without their objects, and by its foreign keys rows of others.</summary>
    public void MarkStale(TableSource source)
    {
        foreach (var objects in _maps.Values)
            if (ReferenceEquals(objects.Table, source))
                objects.MarkStale();
        MarkStaleByForeignKeys();
    }

    /// <summary>Rows were deleted: those that referred to them may be deleted or changed too.</summary>
    public void MarkStaleByForeignKeys()
    {
        foreach (var objects in _maps.Values)
            if (objects.Table.ForeignKeys.Any(key => Changes(key.OnDelete) || Changes(key.OnUpdate)))
                objects.MarkStale();
    }

    /// <summary>A transaction has begun.</summary>
    public void Begun() => InTransaction = true;

    /// <summary>The transaction is committed.</summary>
    public void Committed()
    {
        InTransaction = false;
        foreach (var map in _maps.Values)
            map.Committed();
    }

    /// <summary>The transaction is rolled back, or there was none: objects get the values of the last commit.</summary>
    public void RolledBack()
    {
        InTransaction = false;
        foreach (var map in _maps.Values)
            map.RolledBack();
    }

    IdentityMap IEntityMapVisitor<IdentityMap>.Visit<E, TKey, TValues>(EntityMap<E, TKey, TValues> map) =>
        new TrackedTable<E, TKey, TValues>(this, _visited!, map);

    private static bool Changes(ReferentialAction action) =>
        action is not (ReferentialAction.NoAction or ReferentialAction.Restrict);

    private IdentityMap<T>? Find<T>()
        where T : class
    {
        var found = _maps.Values.OfType<IdentityMap<T>>().FirstOrDefault();
        _last = found ?? _last;
        return found;
    }
}
