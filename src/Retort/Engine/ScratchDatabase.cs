namespace Retort;

/// <summary>An empty database for a moment, of the kind of another one and beside it: in memory, or on the same server. It is gone when this is disposed.</summary>
public sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly Engine _beside;
    private readonly string _name;

    private ScratchDatabase(Engine beside, string name)
    {
        _beside = beside;
        _name = name;
        Engine = Engine.Create(
            beside.Dialect,
            beside.Dialect.ForScratch(beside.ConnectionString, name),
            options: beside.Options
        );
    }

    /// <summary>The empty database.</summary>
    public Engine Engine { get; }

    /// <summary>Creates one.</summary>
    /// <param name="beside">The database that says of what kind and where.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="DatabaseException">The server does not allow it.</exception>
    public static async Task<ScratchDatabase> CreateAsync(Engine beside, CancellationToken cancellationToken = default)
    {
        var name = $"retort_scratch_{Guid.NewGuid():N}";
        if (beside.Dialect.CreateScratchSql(name) is { } sql)
            await ExecuteAsync(beside, sql, cancellationToken).ConfigureAwait(false);
        return new ScratchDatabase(beside, name);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync().ConfigureAwait(false);
        if (_beside.Dialect.DropScratchSql(_name) is { } sql)
            await ExecuteAsync(_beside, sql, CancellationToken.None).ConfigureAwait(false);
    }

    private static async Task ExecuteAsync(Engine engine, string sql, CancellationToken cancellationToken)
    {
        var connection = await engine
            .ConnectAsync(ConnectionPurpose.Migration, cancellationToken)
            .ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            await connection.ExecuteAsync(sql, cancellationToken).ConfigureAwait(false);
    }
}
