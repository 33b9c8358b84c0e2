namespace Retort;

/// <summary>Typed statements on a connection, without a session: what is read is watched by nobody.</summary>
public static class ConnectionStatements
{
    extension(Connection connection)
    {
        /// <summary>Runs a command.</summary>
        /// <returns>How many rows it inserted, updated or deleted.</returns>
        /// <exception cref="DatabaseException">The database refused it.</exception>
        public ValueTask<int> ExecuteAsync(TypedCommand command, CancellationToken cancellationToken = default) =>
            connection.ExecuteAsync(connection.Dialect.NewCompiler().Compile(command.Statement), cancellationToken);

        /// <summary>Runs a query, and reads all its rows.</summary>
        /// <exception cref="DatabaseException">The database refused it.</exception>
        public async ValueTask<IReadOnlyList<R>> QueryAsync<R>(
            Query<R> query,
            CancellationToken cancellationToken = default
        )
        {
            var reader = await connection
                .ReadAsync(connection.Dialect.NewCompiler().Compile(query.Statement), cancellationToken)
                .ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var rows = new List<R>();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    var ordinal = 0;
                    rows.Add(query.Projection.Read(reader.Row, ref ordinal));
                }
                return rows;
            }
        }
    }
}
