namespace Retort;

/// <summary>What one flush does with the rows of one table; its methods are the passes of <see cref="UnitOfWork"/>.</summary>
internal abstract class TableFlush(Table table)
{
    /// <summary>The table.</summary>
    public Table Table { get; } = table;

    /// <summary>Whether rows are deleted.</summary>
    public abstract bool Deletes { get; }

    /// <summary>Deletes rows whose keys are inserted anew.</summary>
    public abstract ValueTask DeleteReplacedAsync(Connection connection, CancellationToken cancellationToken);

    /// <summary>Inserts the objects that were added; what the database fills in is read back by the same statements.</summary>
    public abstract ValueTask InsertAsync(Connection connection, CancellationToken cancellationToken);

    /// <summary>Updates the columns that were changed.</summary>
    public abstract ValueTask UpdateAsync(Connection connection, CancellationToken cancellationToken);

    /// <summary>Deletes the other rows.</summary>
    public abstract ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken);

    /// <summary>The database has taken the whole flush: the objects stand as their rows do.</summary>
    public abstract void Accept();

    /// <summary>The database has undone the flush: objects give back what it filled in and wait for the next one.</summary>
    public abstract void Undo();
}

/// <summary>An object, the columns of its row to be updated, and those of them that the application changed.</summary>
internal readonly record struct EntityUpdate<E, TKey, TValues>(
    EntityEntry<E, TKey, TValues> Entry,
    ColumnSet Columns,
    ColumnSet Changed
)
    where E : class
    where TKey : notnull
    where TValues : struct;

/// <summary>A <see cref="TableFlush"/> with all types known.</summary>
internal sealed class TableFlush<E, TKey, TValues>(
    TrackedTable<E, TKey, TValues> table,
    List<EntityEntry<E, TKey, TValues>> added,
    List<EntityUpdate<E, TKey, TValues>> updates,
    List<EntityEntry<E, TKey, TValues>> deleted
) : TableFlush(table.Table)
    where E : class
    where TKey : notnull, IEquatable<TKey>
    where TValues : struct
{
    private readonly EntityMap<E, TKey, TValues> _map = table.Map;
    private readonly HashSet<EntityEntry<E, TKey, TValues>> _replaced = Replaced(table, added, deleted);
    private int _inserted;

    public override bool Deletes => deleted.Count > 0;

    public override async ValueTask DeleteReplacedAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (_replaced.Count > 0)
            await DeleteAsync(connection, deleted.Where(_replaced.Contains), cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask InsertAsync(Connection connection, CancellationToken cancellationToken)
    {
        var commands = new RowCommands(
            connection,
            columns => RowStatements.Insert(connection.Engine, Table, _map, columns)
        );
        foreach (var entry in SelfReferences.ParentsFirst(added, _map))
        {
            // What the database fills in is remembered as it was, for a rollback.
            if (!_map.ServerColumns.IsEmpty)
                _map.Capture(entry.Entity, out entry.Values);
            _inserted++;
            await InsertAsync(commands, entry.Entity, cancellationToken).ConfigureAwait(false);
        }
    }

    public override async ValueTask UpdateAsync(Connection connection, CancellationToken cancellationToken)
    {
        var commands = new RowCommands(
            connection,
            columns => RowStatements.Update(connection.Engine, Table, _map, columns)
        );
        foreach (var (entry, columns, _) in updates)
        {
            var command = commands.For(columns);
            var parameters = command.Parameters;
            _map.Write(entry.Entity, columns, parameters);
            _map.WriteKey(entry.Key, parameters);
            if (_map.UpdateColumns.Except(columns) is { IsEmpty: false } fromDatabase)
                await OneRowAsync(command, fromDatabase, entry, cancellationToken).ConfigureAwait(false);
            else
                await OneRowAsync(command, "updated", entry, cancellationToken).ConfigureAwait(false);
        }
    }

    public override ValueTask DeleteAsync(Connection connection, CancellationToken cancellationToken) =>
        DeleteAsync(
            connection,
            Enumerable.Reverse(SelfReferences.ParentsFirst(deleted, _map)).Where(entry => !_replaced.Contains(entry)),
            cancellationToken
        );

    public override void Accept()
    {
        foreach (var entry in deleted)
            table.Deleted(entry);
        table.DeletesDone();
        foreach (var entry in added)
            table.Inserted(entry);
        foreach (var (entry, _, _) in updates)
            table.Updated(entry);
    }

    public override void Undo()
    {
        foreach (var (entry, columns, changed) in updates)
        {
            _map.Restore(entry.Entity, columns.Except(changed), entry.Values);
            _map.Restore(entry.Entity, _map.UpdateColumns.Except(columns), entry.Values);
        }
        if (_map.ServerColumns.IsEmpty)
            return;
        foreach (var entry in SelfReferences.ParentsFirst(added, _map).Take(_inserted))
            _map.Restore(entry.Entity, _map.ServerColumns, entry.Values);
    }

    private async ValueTask InsertAsync(RowCommands commands, E entity, CancellationToken cancellationToken)
    {
        var columns = _map.InsertColumns(entity);
        var command = commands.For(columns);
        _map.Write(entity, columns, command.Parameters);
        var fromDatabase = _map.ServerColumns.Except(columns);
        if (fromDatabase.IsEmpty)
        {
            await command.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            return;
        }
        var reader = await command.ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            // To the end: a database may check foreign keys behind the last row.
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                _map.Load(entity, fromDatabase, reader.Row, 0);
    }

    private async ValueTask DeleteAsync(
        Connection connection,
        IEnumerable<EntityEntry<E, TKey, TValues>> entries,
        CancellationToken cancellationToken
    )
    {
        var commands = new RowCommands(connection, _ => RowStatements.Delete(connection.Engine, Table, _map));
        foreach (var entry in entries)
        {
            var command = commands.For(default);
            _map.WriteKey(entry.Key, command.Parameters);
            await OneRowAsync(command, "deleted", entry, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Updates one row and reads back what the database set.</summary>
    /// <exception cref="StaleDataException">No row was changed.</exception>
    private async ValueTask OneRowAsync(
        RepeatedCommand command,
        ColumnSet fromDatabase,
        EntityEntry<E, TKey, TValues> entry,
        CancellationToken cancellationToken
    )
    {
        var rows = 0;
        var reader = await command.ReadAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            for (; await reader.ReadAsync(cancellationToken).ConfigureAwait(false); rows++)
                _map.Load(entry.Entity, fromDatabase, reader.Row, 0);
        if (rows != 1)
            throw StaleDataException.Of("updated", Table.Name, table.DescribeKey(entry.Entity));
    }

    /// <exception cref="StaleDataException">No row was changed.</exception>
    private async ValueTask OneRowAsync(
        RepeatedCommand command,
        string action,
        EntityEntry<E, TKey, TValues> entry,
        CancellationToken cancellationToken
    )
    {
        if (await command.ExecuteAsync(cancellationToken).ConfigureAwait(false) != 1)
            throw StaleDataException.Of(action, Table.Name, table.DescribeKey(entry.Entity));
    }

    private static HashSet<EntityEntry<E, TKey, TValues>> Replaced(
        TrackedTable<E, TKey, TValues> table,
        List<EntityEntry<E, TKey, TValues>> added,
        List<EntityEntry<E, TKey, TValues>> deleted
    )
    {
        var replaced = new HashSet<EntityEntry<E, TKey, TValues>>();
        if (deleted.Count > 0)
            foreach (var entry in added)
                if (table.Map.HasKey(entry.Entity) && table.IsDeleted(entry.Entity, out var before))
                    replaced.Add(before);
        return replaced;
    }
}
