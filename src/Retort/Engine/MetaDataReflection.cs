namespace Retort;

/// <summary>Reading the tables of a database as <see cref="MetaData"/>.</summary>
public static class MetaDataReflection
{
    extension(MetaData)
    {
        /// <summary>The tables and other objects of a database, for statements, comparison and migrations.</summary>
        /// <param name="engine">The database.</param>
        /// <param name="request">What to read; null: everything.</param>
        /// <param name="cancellationToken">Cancels the wait.</param>
        /// <exception cref="DatabaseException">The database cannot be read.</exception>
        public static async Task<MetaData> ReflectAsync(
            Engine engine,
            CatalogRequest? request = null,
            CancellationToken cancellationToken = default
        )
        {
            var connection = await engine.ConnectAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
                return await connection.Inspector.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        }

        /// <inheritdoc cref="extension(MetaData).ReflectAsync" />
        public static MetaData Reflect(Engine engine, CatalogRequest? request = null)
        {
            using var connection = engine.Connect();
            using var blocking = connection.Blocking();
            return Io.Complete(connection.Inspector.ReadAsync(request));
        }
    }
}
