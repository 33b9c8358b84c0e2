using System.Data.Common;

namespace Retort;

/// <summary>A database, composed on one page: what it can do, how its SQL is written, how it is read, and how its driver is called.</summary>
public abstract class Dialect
{
    /// <summary>The name, as it stands before <c>://</c> in a URL.</summary>
    public abstract string Name { get; }

    /// <summary>Other names that people write there.</summary>
    public virtual IReadOnlyList<string> OtherNames => [];

    /// <summary>What can be said about the database as data.</summary>
    public abstract SqlSyntax Syntax { get; }

    /// <summary>The database's types and literals.</summary>
    public abstract TypeMap Types { get; }

    /// <summary>A compiler for one statement.</summary>
    public virtual SqlCompiler NewCompiler() => new(Syntax, Types);

    /// <summary>The compiler of schema changes.</summary>
    public abstract DdlCompiler Ddl { get; }

    /// <summary>What is equal between a declared schema and the one that is read back.</summary>
    public virtual SchemaNorms Norms => field ??= new SchemaNorms(Types, Ddl);

    /// <summary>
    /// What is equal between these two schemas: where texts differ, the database has been asked for the form in which it prints the declared
    /// ones itself, in as few statements as it allows, and without leaving anything behind.
    /// </summary>
    public virtual ValueTask<SchemaNorms> NormsAsync(
        CatalogQuery query,
        MetaData declared,
        MetaData reflected,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Norms);

    /// <summary>Reads the schema that is in a database.</summary>
    public abstract CatalogReader Catalog { get; }

    /// <summary>The ADO.NET connection string of a URL.</summary>
    /// <exception cref="DatabaseUrlException">The URL has a part that this database cannot use.</exception>
    public abstract string ConnectionString(DatabaseUrl url);

    /// <summary>The database as a person names it: an absolute path, or a URL with the password masked.</summary>
    public abstract string Describe(string connectionString);

    /// <summary>
    /// The connection string that all connections of one engine use: as it was given, except where each engine has a database of its own
    /// (SQLite's <c>:memory:</c>, which gets a name) and where the text means something else in another folder.
    /// </summary>
    public virtual string ForEngine(string connectionString) => connectionString;

    /// <summary>Whether the database lives as long as a connection is open, so that its engine keeps one open.</summary>
    public virtual bool LivesInConnections(string connectionString) => false;

    /// <summary>Whether the driver's asynchronous methods block as the others do, so that nothing is won by awaiting them.</summary>
    public virtual bool DriverBlocks => false;

    /// <summary>How many idle connections an engine keeps open with their prepared statements; 0: the driver's own pool does that.</summary>
    public virtual int IdleConnections => 0;

    /// <summary>The driver's own source of pooled connections, made once for each engine; null: connections are made one by one.</summary>
    public virtual DbDataSource? NewDataSource(string connectionString) => null;

    /// <summary>A closed connection of the driver, for purposes that no pool serves.</summary>
    public abstract DbConnection NewConnection(string connectionString, ConnectionPurpose purpose);

    /// <summary>Makes a connection ready that was just opened; cheap for one that came from the driver's pool.</summary>
    public virtual ValueTask PrepareAsync(
        DbConnection connection,
        ConnectionPurpose purpose,
        CancellationToken cancellationToken
    ) => ValueTask.CompletedTask;

    /// <summary>The statement that begins a transaction.</summary>
    /// <param name="write">Whether it will write: it then waits for the writers before it at its beginning, not in its middle.</param>
    public virtual string BeginSql(bool write) => "BEGIN";

    /// <summary>Takes the lock of a database for one runner of migrations; null: somebody else has it.</summary>
    /// <param name="database">The database.</param>
    /// <param name="holder">Who takes it, as others will read it.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    public virtual ValueTask<DatabaseLock?> TryLockAsync(
        LockableDatabase database,
        string holder,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<DatabaseLock?>(DatabaseLock.Unshared);

    /// <summary>Who has the lock of a database; null: nobody, or not known.</summary>
    public virtual ValueTask<string?> LockHolderAsync(LockableDatabase database, CancellationToken cancellationToken) =>
        ValueTask.FromResult<string?>(null);

    /// <summary>Reads rows of the driver's reader.</summary>
    public virtual Row NewRow(DbDataReader reader, EntityReader? entities) => new(reader) { Entities = entities };

    /// <summary>Writes parameters of the driver's command.</summary>
    public virtual ParameterWriter NewParameterWriter(DbCommand command) => new(command);

    /// <summary>The driver's error as one of Retort's; null where it is none that a user can act on.</summary>
    /// <param name="error">The driver's error.</param>
    /// <param name="connectionString">The database in which it happened.</param>
    public abstract DatabaseException? Translate(DbException error, string connectionString);

    /// <summary>The rows that refer to none, one text a row, the same for the same row: compared before and after a run that had foreign keys off.</summary>
    /// <returns>None where the database enforces foreign keys during a run of migrations.</returns>
    public virtual ValueTask<IReadOnlyList<string>> ForeignKeyViolationsAsync(
        CatalogQuery query,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<string>>([]);
}
