namespace Retort;

/// <summary>One flush: all that was added, changed and deleted, brought into an order that the foreign keys allow.</summary>
internal sealed class UnitOfWork
{
    /// <summary>The passes of a flush, in order. Each goes over all tables.</summary>
    private static readonly (TablePass Pass, TableOrder Order)[] Passes =
    [
        (static (table, connection, token) => table.DeleteReplacedAsync(connection, token), TableOrder.ReferringFirst),
        (static (table, connection, token) => table.InsertAsync(connection, token), TableOrder.ReferredFirst),
        (static (table, connection, token) => table.UpdateAsync(connection, token), TableOrder.ReferredFirst),
        (static (table, connection, token) => table.DeleteAsync(connection, token), TableOrder.ReferringFirst),
    ];

    private readonly List<TableFlush> _tables;

    private UnitOfWork(List<TableFlush> tables) => _tables = tables;

    private delegate ValueTask TablePass(TableFlush table, Connection connection, CancellationToken cancellationToken);

    private enum TableOrder
    {
        ReferredFirst,
        ReferringFirst,
    }

    /// <summary>The work that there is to do; null: none.</summary>
    /// <exception cref="SessionException">The key of an object was changed.</exception>
    public static UnitOfWork? Collect(ChangeTracker tracker)
    {
        var tables = tracker.Maps.Select(map => map.Collect()).OfType<TableFlush>().ToList();
        return tables.Count == 0 ? null : new UnitOfWork(Sort(tables));
    }

    /// <summary>Sends it to the database.</summary>
    /// <exception cref="DatabaseException">The database refused a statement.</exception>
    /// <exception cref="StaleDataException">A row that was to be updated or deleted is not there any more.</exception>
    public async ValueTask RunAsync(Connection connection, CancellationToken cancellationToken)
    {
        foreach (var (pass, order) in Passes)
        foreach (var table in order is TableOrder.ReferredFirst ? _tables : Enumerable.Reverse(_tables))
            try
            {
                await pass(table, connection, cancellationToken).ConfigureAwait(false);
            }
            catch (ConstraintViolationException error)
            {
                throw error.Of(table.Table);
            }
    }

    /// <summary>The database has taken all of it.</summary>
    public void Accept(ChangeTracker tracker)
    {
        foreach (var table in _tables)
            table.Accept();
        if (_tables.Any(table => table.Deletes))
            tracker.MarkStaleByForeignKeys();
    }

    /// <summary>The database has undone all of it.</summary>
    public void Undo()
    {
        foreach (var table in _tables)
            table.Undo();
    }

    private static List<TableFlush> Sort(List<TableFlush> tables)
    {
        if (tables.Count == 1)
            return tables;
        var byTable = tables.ToDictionary(each => each.Table);
        return [.. TableSorter.Sort(byTable.Keys).Select(table => byTable[table])];
    }
}
