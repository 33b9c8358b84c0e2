namespace Retort;

/// <summary>Reads the one row of a key.</summary>
internal static class RowSelect
{
    /// <summary>The object of the row; null: there is none.</summary>
    public static async ValueTask<E?> ReadAsync<E, TKey, TValues>(
        Session session,
        TrackedTable<E, TKey, TValues> table,
        TKey key,
        CancellationToken cancellationToken
    )
        where E : class
        where TKey : notnull, IEquatable<TKey>
        where TValues : struct
    {
        var sql = RowStatements.Select(session.Engine, table.Table, table.Map);
        var connection = await session.Connections.RentAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var command = connection.Repeated(sql.Text);
            table.Map.WriteKey(key, command.Parameters);
            var reader = await command.ReadAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                    ? table.Read(reader.Row, 0)
                    : null;
        }
        finally
        {
            await session.Connections.ReturnAsync(connection).ConfigureAwait(false);
        }
    }
}
