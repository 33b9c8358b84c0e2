namespace Retort.Migrations;

/// <summary>Goes through the rows of a table by ranges of a key. Keys are literals of the database: so they stand in statements and in the journal.</summary>
internal sealed class RowRanges(Connection connection, BatchWork batch)
{
    private readonly Name _key = new(batch.Key);

    /// <summary>Makes sure that no row is left out.</summary>
    /// <exception cref="MigrationException">There are rows without a key.</exception>
    public async ValueTask RequireKeysAsync(CancellationToken cancellationToken)
    {
        var query = connection.Write(writer =>
            writer.Write($"SELECT 1 FROM {batch.Table} WHERE {_key} IS NULL LIMIT 1")
        );
        if (await connection.ScalarAsync<int>(query, cancellationToken).ConfigureAwait(false) != 0)
            throw MigrationException.KeyIsNull(batch.Table, batch.Key);
    }

    /// <summary>The last key of the next range; null: there are no more rows.</summary>
    /// <param name="after">The last key of the range before; null: this is the first one.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async ValueTask<string?> NextEndAsync(string? after, CancellationToken cancellationToken)
    {
        var query = connection.Write(writer =>
        {
            writer.Write($"SELECT {_key} FROM (SELECT {_key} FROM {batch.Table}");
            if (after is not null)
                writer.Write($" WHERE {_key} > {new RawSql(after)}");
            writer.Write($" ORDER BY {_key} LIMIT {batch.Size}) AS range ORDER BY {_key} DESC LIMIT 1");
        });
        return await connection.QueryAsync(query.Text, cancellationToken).ConfigureAwait(false) is [var row]
            ? connection.Dialect.Types.Literal(row[0])
            : null;
    }

    /// <summary>Changes the rows of a range.</summary>
    /// <returns>How many there were.</returns>
    public ValueTask<int> ChangeAsync(string? after, string end, CancellationToken cancellationToken)
    {
        var range = connection.Write(writer =>
        {
            if (after is not null)
                writer.Write($"{_key} > {new RawSql(after)} AND ");
            writer.Write($"{_key} <= {new RawSql(end)}");
            if (batch.Where is { } where)
                writer.Write($" AND ({new RawSql(where)})");
        });
        var change = new ChangeRows(batch.Table, batch.Set, range.Text);
        return connection.ExecuteAsync(connection.Dialect.Ddl.Compile(change), cancellationToken);
    }
}
