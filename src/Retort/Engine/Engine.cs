using System.Data.Common;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Retort;

/// <summary>A database: where connections come from. One for each database of an application; used by any number of threads.</summary>
/// <example><code>var engine = Engine.Create("sqlite:///heroes.db", echo: true);</code></example>
public sealed class Engine : IDisposable, IAsyncDisposable
{
    private readonly Connection? _keepAlive;

    private Engine(Dialect dialect, string description, ConnectionSources sources, bool echo, EngineOptions options)
    {
        Dialect = dialect;
        Options = options;
        Description = description;
        Sources = sources;
        Log = new EngineLog(Logger(echo, options), echo, dialect.Syntax);
        Pool = new ConnectionPool(dialect.IdleConnections);
        _keepAlive = dialect.LivesInConnections(Sources[ConnectionPurpose.Session].ConnectionString) ? Connect() : null;
    }

    /// <summary>The kind of database.</summary>
    public Dialect Dialect { get; }

    /// <summary>The options it was made with.</summary>
    public EngineOptions Options { get; }

    /// <summary>The database as a person names it: an absolute path, or a URL with the password masked.</summary>
    public string Description { get; }

    /// <summary>Where the driver's connections come from.</summary>
    internal ConnectionSources Sources { get; }

    internal string ConnectionString => Sources.ConnectionString;

    internal EngineLog Log { get; }

    internal ConnectionPool Pool { get; }

    internal StatementCache Statements { get; } = new();

    /// <summary>The engine of a database URL. Nothing is opened yet.</summary>
    /// <param name="url">The URL, in the form of SQLAlchemy.</param>
    /// <param name="echo">Whether each statement is logged with the values of its parameters: to the logger of the options, else to standard error.</param>
    /// <param name="options">Anything else.</param>
    /// <exception cref="DatabaseUrlException">The URL is malformed, or no package of the application knows its scheme.</exception>
    public static Engine Create(string url, bool echo = false, EngineOptions? options = null)
    {
        var parsed = DatabaseUrl.Parse(url);
        var dialect = DialectRegistry.Find(parsed.Scheme) ?? throw UnknownScheme.Of(parsed.Scheme);
        return Create(dialect, dialect.ConnectionString(parsed), echo, options);
    }

    /// <summary>The engine of an ADO.NET connection string.</summary>
    /// <param name="dialect">The kind of database, such as <c>SqliteDialect.Instance</c>.</param>
    /// <param name="connectionString">The connection string of the driver.</param>
    /// <param name="echo">Whether each statement is logged with the values of its parameters.</param>
    /// <param name="options">Anything else.</param>
    public static Engine Create(
        Dialect dialect,
        string connectionString,
        bool echo = false,
        EngineOptions? options = null
    ) =>
        new(
            dialect,
            dialect.Describe(connectionString),
            new ConnectionSources(dialect, dialect.ForEngine(connectionString)),
            echo,
            options ?? new EngineOptions()
        );

    /// <summary>The engine of a data source that the application has, such as an <c>NpgsqlDataSource</c>; it stays the application's to dispose.</summary>
    /// <param name="dialect">The kind of database.</param>
    /// <param name="source">Gives connections for every purpose.</param>
    /// <param name="echo">Whether each statement is logged with the values of its parameters.</param>
    /// <param name="options">Anything else.</param>
    public static Engine Create(
        Dialect dialect,
        DbDataSource source,
        bool echo = false,
        EngineOptions? options = null
    ) =>
        new(
            dialect,
            dialect.Describe(source.ConnectionString),
            new ConnectionSources(source),
            echo,
            options ?? new EngineOptions()
        );

    /// <summary>Opens a connection, or takes one from the pool.</summary>
    /// <param name="purpose">What it is for; the database prepares it accordingly.</param>
    /// <exception cref="DatabaseException">The database cannot be opened.</exception>
    public Connection Connect(ConnectionPurpose purpose = ConnectionPurpose.Session) =>
        Io.Complete(ConnectAsync(synchronous: true, purpose, CancellationToken.None));

    /// <summary>Opens a connection, or takes one from the pool.</summary>
    /// <exception cref="DatabaseException">The database cannot be opened.</exception>
    public ValueTask<Connection> ConnectAsync(CancellationToken cancellationToken = default) =>
        ConnectAsync(ConnectionPurpose.Session, cancellationToken);

    /// <inheritdoc cref="Connect" />
    public ValueTask<Connection> ConnectAsync(
        ConnectionPurpose purpose,
        CancellationToken cancellationToken = default
    ) => ConnectAsync(synchronous: false, purpose, cancellationToken);

    /// <summary>The database's lock for one runner of migrations, not taken yet.</summary>
    /// <param name="versionTable">The table that says what was run: runners with different ones need not wait for each other.</param>
    /// <param name="holder">Who takes it, as others will read it.</param>
    public DatabaseLock NewLock(TableName versionTable, string holder) =>
        Dialect.NewLock(Sources[ConnectionPurpose.Migration], versionTable, holder);

    /// <summary>Creates the tables and indexes that are not there; referred tables first, tables that are there stay as they are. For development: migrations do the real work.</summary>
    public void CreateAll(MetaData metaData) =>
        Io.Complete(SchemaCreator.CreateAsync(this, synchronous: true, metaData, CancellationToken.None));

    /// <inheritdoc cref="CreateAll" />
    public Task CreateAllAsync(MetaData metaData, CancellationToken cancellationToken = default) =>
        SchemaCreator.CreateAsync(this, synchronous: false, metaData, cancellationToken).AsTask();

    /// <summary>Drops the tables that are there, with all their rows; referring tables first.</summary>
    public void DropAll(MetaData metaData) =>
        Io.Complete(SchemaCreator.DropAsync(this, synchronous: true, metaData, CancellationToken.None));

    /// <inheritdoc cref="DropAll" />
    public Task DropAllAsync(MetaData metaData, CancellationToken cancellationToken = default) =>
        SchemaCreator.DropAsync(this, synchronous: false, metaData, cancellationToken).AsTask();

    /// <summary>Closes the connections that the engine holds itself; those in use close when they are disposed.</summary>
    public void Dispose()
    {
        Pool.Dispose();
        _keepAlive?.Dispose();
        Sources.Dispose();
    }

    /// <inheritdoc cref="Dispose" />
    public async ValueTask DisposeAsync()
    {
        Pool.Dispose();
        if (_keepAlive is not null)
            await _keepAlive.DisposeAsync().ConfigureAwait(false);
        await Sources.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The kind of database, and which one.</summary>
    public override string ToString() => Description;

    internal ValueTask<Connection> ConnectAsync(
        bool synchronous,
        ConnectionPurpose purpose,
        CancellationToken cancellationToken
    ) => Connection.OpenAsync(this, synchronous, purpose, cancellationToken);

    private static ILogger Logger(bool echo, EngineOptions options) =>
        options.LoggerFactory is { } factory ? factory.CreateLogger("Retort.Engine")
        : echo ? new Echo(options.EchoTo)
        : NullLogger.Instance;
}
