namespace Retort;

/// <summary>
/// An empty schema for a moment, of a database's kind: in that database, in a transaction that is rolled back, or in a scratch database where
/// one costs nothing.
/// </summary>
public sealed class ScratchSchema : IAsyncDisposable
{
    /// <summary>The name of one in a database.</summary>
    public const string Name = "retort_scratch";

    private readonly ScratchDatabase? _database;
    private string? _state;

    private ScratchSchema(Connection connection, ScratchDatabase? database) =>
        (Connection, _database) = (connection, database);

    /// <summary>A connection in a transaction, which is neither committed nor rolled back by its user. Names without a schema are looked for in the scratch schema only.</summary>
    public Connection Connection { get; }

    /// <summary>Creates one.</summary>
    /// <param name="beside">The database that says of what kind and where.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="DatabaseException">The database cannot be reached, or does not allow it.</exception>
    public static async Task<ScratchSchema> CreateAsync(Engine beside, CancellationToken cancellationToken = default)
    {
        var sql = beside.Dialect.CreateScratchSchemaSql(Name);
        var database = sql is null
            ? await ScratchDatabase.CreateAsync(beside, cancellationToken).ConfigureAwait(false)
            : null;
        var connection = await (database?.Engine ?? beside)
            .ConnectAsync(ConnectionPurpose.Migration, cancellationToken)
            .ConfigureAwait(false);
        var schema = new ScratchSchema(connection, database);
        try
        {
            await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            if (sql is not null)
                await connection.ExecuteAsync(sql, cancellationToken).ConfigureAwait(false);
            schema._state = await schema.StateAsync(cancellationToken).ConfigureAwait(false);
            return schema;
        }
        catch
        {
            await schema.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Whether the connection is outside of the schema or of its transaction by now. What is done there lasts.</summary>
    public async Task<bool> WasLeftAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            return await StateAsync(cancellationToken).ConfigureAwait(false) != _state;
        }
        catch (DatabaseException)
        {
            return false; // a statement failed, and all others do until the transaction ends
        }
    }

    private async Task<string?> StateAsync(CancellationToken cancellationToken) =>
        Connection.Dialect.ScratchStateSql is { } sql
            ? await Connection.ScalarAsync<string>(sql, cancellationToken).ConfigureAwait(false)
            : null;

    /// <inheritdoc />
    /// <remarks>A connection that is closed in a transaction rolls it back.</remarks>
    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync().ConfigureAwait(false);
        if (_database is not null)
            await _database.DisposeAsync().ConfigureAwait(false);
    }
}
