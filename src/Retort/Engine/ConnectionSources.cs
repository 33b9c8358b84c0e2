using System.Data.Common;

namespace Retort;

/// <summary>Where the connections of an engine come from: one source for each purpose, made when it is first asked for.</summary>
internal sealed class ConnectionSources : IDisposable, IAsyncDisposable
{
    private readonly Lazy<DbDataSource>[] _made = [];
    private readonly DbDataSource? _given;

    /// <summary>Sources that the dialect makes, and that end with the engine.</summary>
    public ConnectionSources(Dialect dialect, string connectionString)
    {
        ConnectionString = connectionString;
        _made = Array.ConvertAll(
            Enum.GetValues<ConnectionPurpose>(),
            purpose => new Lazy<DbDataSource>(() => dialect.NewDataSource(connectionString, purpose))
        );
    }

    /// <summary>The application's own source, for every purpose; it ends when the application ends it.</summary>
    public ConnectionSources(DbDataSource given)
    {
        ConnectionString = given.ConnectionString;
        _given = given;
    }

    /// <summary>What the sources were made of, with the password where one was given; what an application's own source tells of itself.</summary>
    public string ConnectionString { get; }

    /// <summary>The source of connections for a purpose.</summary>
    public DbDataSource this[ConnectionPurpose purpose] => _given ?? _made[(int)purpose].Value;

    /// <summary>The source of a purpose, where it was used already; null: nobody has asked for it.</summary>
    public DbDataSource? Used(ConnectionPurpose purpose) =>
        _given ?? (_made[(int)purpose] is { IsValueCreated: true } made ? made.Value : null);

    public void Dispose()
    {
        foreach (var source in _made)
            if (source.IsValueCreated)
                source.Value.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _made)
            if (source.IsValueCreated)
                await source.Value.DisposeAsync().ConfigureAwait(false);
    }
}
