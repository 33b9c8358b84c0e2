using System.Data.Common;

namespace Retort;

/// <summary>A database, composed on one page: what it can do, how its SQL is written, how it is read, and how its driver is called.</summary>
public abstract class Dialect
{
    /// <summary>The name, as it stands before <c>://</c> in a URL.</summary>
    public string Name => Syntax.Dialect;

    /// <summary>What can be said about the database as data.</summary>
    public abstract SqlSyntax Syntax { get; }

    /// <summary>The database's types and literals.</summary>
    public abstract TypeMap Types { get; }

    /// <summary>What may stand before <c>://</c> in a URL of this database.</summary>
    public virtual IReadOnlyList<string> Schemes => [Name];

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

    /// <summary>The connection string of a scratch database beside another one.</summary>
    /// <param name="connectionString">The other database's.</param>
    /// <param name="name">The scratch database's name.</param>
    public abstract string ForScratch(string connectionString, string name);

    /// <summary>The statement that creates a scratch database; null: to open it is enough.</summary>
    public virtual string? CreateScratchSql(string name) => null;

    /// <summary>The statement that drops a scratch database; null: to close it is enough.</summary>
    public virtual string? DropScratchSql(string name) => null;

    /// <summary>
    /// The statements that, in a transaction, create a schema and make it the only one in which names without a schema are looked for; null:
    /// a scratch database is cheaper, and needs no right of anybody's.
    /// </summary>
    public virtual string? CreateScratchSchemaSql(string name) => null;

    /// <summary>A query for one text that stays the same for as long as a connection is in the transaction and the schema of a scratch schema; null: no harm is done outside.</summary>
    public virtual string? ScratchStateSql => null;

    /// <summary>What in some SQL could leave a scratch schema or its transaction, as what is said of who runs it (<c>says COMMIT</c>); null: nothing.</summary>
    /// <param name="sql">One statement or several.</param>
    /// <param name="isWritten">Whether a user wrote all of it.</param>
    public virtual string? LeavesScratchSchema(string sql, bool isWritten) => null;

    /// <summary>Where the connections of one engine come from that are opened for a purpose. The engine closes it with itself.</summary>
    public abstract DbDataSource NewDataSource(string connectionString, ConnectionPurpose purpose);

    /// <summary>Makes a connection ready that was just opened; cheap for one that came from the driver's pool.</summary>
    /// <exception cref="DatabaseException">The database is one that cannot be used.</exception>
    public virtual ValueTask PrepareAsync(
        DbConnection connection,
        ConnectionPurpose purpose,
        CancellationToken cancellationToken
    ) => ValueTask.CompletedTask;

    /// <summary>Makes new types of the database known to the connections of sessions, after a change of its schema.</summary>
    /// <param name="source">Where the connections of sessions come from.</param>
    /// <param name="synchronous">Whether the thread blocks; the task is then complete.</param>
    public virtual ValueTask ReloadTypesAsync(DbDataSource source, bool synchronous) => ValueTask.CompletedTask;

    /// <summary>The statements of a text that the driver would part in the wrong places, to be sent one by one; null: it parts the text right.</summary>
    public virtual IReadOnlyList<string>? Statements(string sql) => null;

    /// <summary>The statement that begins a transaction.</summary>
    /// <param name="write">Whether it will write: it then waits for the writers before it at its beginning, not in its middle.</param>
    public virtual string BeginSql(bool write) => "BEGIN";

    /// <summary>The lock of a database for one runner of migrations, not taken yet.</summary>
    /// <param name="source">Where connections come from that are opened for migrations.</param>
    /// <param name="versionTable">The table that says what was run: runners with different ones need not wait for each other.</param>
    /// <param name="holder">Who takes it, as others will read it.</param>
    public virtual DatabaseLock NewLock(DbDataSource source, TableName versionTable, string holder) =>
        DatabaseLock.Unshared;

    /// <summary>Reads rows of the driver's reader.</summary>
    public virtual Row NewRow(DbDataReader reader, EntityReader? entities) => new(reader) { Entities = entities };

    /// <summary>Writes parameters of the driver's command.</summary>
    public virtual ParameterWriter NewParameterWriter(DbCommand command) => new(command);

    /// <summary>The driver's error as one of Retort's; null where it is none that a user can act on.</summary>
    /// <param name="error">The driver's error.</param>
    /// <param name="connection">The driver's connection; it may be closed.</param>
    public abstract DatabaseException? Translate(DbException error, DbConnection connection);

    /// <summary>What the driver's error says, for one that <see cref="Translate"/> has no words for.</summary>
    public virtual string MessageOf(DbException error) => error.Message;

    /// <summary>The rows that refer to none, one text a row, the same for the same row: compared before and after a run that had foreign keys off.</summary>
    /// <returns>None where the database enforces foreign keys during a run of migrations.</returns>
    public virtual ValueTask<IReadOnlyList<string>> ForeignKeyViolationsAsync(
        CatalogQuery query,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<IReadOnlyList<string>>([]);
}
