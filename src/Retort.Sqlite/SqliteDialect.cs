using System.Data.Common;
using Microsoft.Data.Sqlite;
using Retort;
using SQLitePCL;

[assembly: RetortDialect(typeof(SqliteDialect))]

namespace Retort;

/// <summary>SQLite, from 3.35, on Microsoft.Data.Sqlite.</summary>
public sealed class SqliteDialect : Dialect
{
    private static readonly string[] Leaving = ["ATTACH", "COMMIT", "ROLLBACK"];

    private SqliteDialect()
    {
        Batteries_V2.Init();
        Catalog = new SqliteCatalogReader(SqliteTypes.Instance, raw.sqlite3_libversion_number());
    }

    /// <summary>The dialect.</summary>
    public static SqliteDialect Instance { get; } = new();

    /// <inheritdoc />
    public override SqlSyntax Syntax => SqliteSyntax.Instance;

    /// <inheritdoc />
    public override TypeMap Types => SqliteTypes.Instance;

    /// <inheritdoc />
    public override DdlCompiler Ddl { get; } = new SqliteDdlCompiler(SqliteSyntax.Instance, SqliteTypes.Instance);

    /// <inheritdoc />
    public override SchemaNorms Norms => field ??= new SqliteNorms(Types, Ddl);

    /// <inheritdoc />
    public override CatalogReader Catalog { get; }

    /// <inheritdoc />
    public override string ConnectionString(DatabaseUrl url) => SqliteUrl.ConnectionString(url);

    /// <inheritdoc />
    public override string Describe(string connectionString) => SqliteUrl.Describe(connectionString);

    /// <inheritdoc />
    public override string ForEngine(string connectionString) => SqliteUrl.ForEngine(connectionString);

    /// <inheritdoc />
    public override bool LivesInConnections(string connectionString) => SqliteUrl.IsInMemory(connectionString);

    /// <inheritdoc />
    public override string ForScratch(string connectionString, string name) => "Data Source=:memory:";

    /// <inheritdoc />
    /// <remarks>Only another file is harmed: the scratch schema is in memory.</remarks>
    public override string? LeavesScratchSchema(string sql, bool isWritten) =>
        SqliteLexer.Tokens(sql).FirstOrDefault(token => Leaving.Any(token.Is)).Value is { } word
            ? $"says {word.ToUpperInvariant()}"
            : null;

    /// <inheritdoc />
    public override bool DriverBlocks => true;

    /// <inheritdoc />
    /// <remarks>The driver's own pool forgets prepared statements, which are a third of the time of a read by key.</remarks>
    public override int IdleConnections => 16;

    /// <inheritdoc />
    public override DbDataSource NewDataSource(string connectionString, ConnectionPurpose purpose) =>
        new DriverDataSource(
            SqliteUrl.ForPurpose(connectionString, purpose),
            static text => new SqliteConnection(text)
        );

    /// <inheritdoc />
    public override ValueTask PrepareAsync(
        DbConnection connection,
        ConnectionPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        SqlitePreparation.Prepare((SqliteConnection)connection, purpose);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override string BeginSql(bool write) => write ? "BEGIN IMMEDIATE" : "BEGIN";

    /// <inheritdoc />
    /// <remarks>There is one lock for each file: two writers could not work at once anyway.</remarks>
    public override DatabaseLock NewLock(DbDataSource source, TableName versionTable, string holder) =>
        SqliteUrl.File(source.ConnectionString) is { } file ? new SqliteLock(file, holder) : DatabaseLock.Unshared;

    /// <inheritdoc />
    public override Row NewRow(DbDataReader reader, EntityReader? entities) =>
        new SqliteRow((SqliteDataReader)reader) { Entities = entities };

    /// <inheritdoc />
    public override ParameterWriter NewParameterWriter(DbCommand command) => new SqliteParameterWriter(command);

    /// <inheritdoc />
    public override DatabaseException? Translate(DbException error, DbConnection connection) =>
        error is SqliteException sqlite ? SqliteErrors.Translate(sqlite, connection.ConnectionString) : null;

    /// <inheritdoc />
    public override async ValueTask<IReadOnlyList<string>> ForeignKeyViolationsAsync(
        CatalogQuery query,
        CancellationToken cancellationToken
    )
    {
        var rows = await query("PRAGMA foreign_key_check", cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => $"row {row[1] ?? "?"} of table {row[0]} refers to no row of table {row[2]}")];
    }
}
