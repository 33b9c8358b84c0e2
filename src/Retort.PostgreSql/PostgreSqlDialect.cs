using System.Data.Common;
using Npgsql;
using Retort;

[assembly: RetortDialect(typeof(PostgreSqlDialect))]

namespace Retort;

/// <summary>PostgreSQL, from 12, on Npgsql.</summary>
public sealed class PostgreSqlDialect : Dialect
{
    private const int OldestServer = 12;

    private PostgreSqlDialect() { }

    /// <summary>The dialect.</summary>
    public static PostgreSqlDialect Instance { get; } = new();

    /// <inheritdoc />
    public override string Name => "postgresql";

    /// <inheritdoc />
    public override IReadOnlyList<string> OtherNames => ["postgres"];

    /// <inheritdoc />
    public override SqlSyntax Syntax => PostgreSqlSyntax.Instance;

    /// <inheritdoc />
    public override TypeMap Types => PostgreSqlTypes.Instance;

    /// <inheritdoc />
    public override DdlCompiler Ddl { get; } =
        new PostgreSqlDdlCompiler(PostgreSqlSyntax.Instance, PostgreSqlTypes.Instance);

    /// <inheritdoc />
    public override CatalogReader Catalog { get; } = new PostgreSqlCatalogReader();

    /// <inheritdoc />
    public override SchemaNorms Norms => field ??= new PostgreSqlNorms(Types, Ddl);

    /// <inheritdoc />
    public override ValueTask<SchemaNorms> NormsAsync(
        CatalogQuery query,
        MetaData declared,
        MetaData reflected,
        CancellationToken cancellationToken
    ) => new PostgreSqlCanonical(query, this).NormsAsync(declared, reflected, cancellationToken);

    /// <inheritdoc />
    public override string ConnectionString(DatabaseUrl url) => PostgreSqlUrl.ConnectionString(url);

    /// <inheritdoc />
    public override string Describe(string connectionString) => PostgreSqlUrl.Describe(connectionString);

    /// <inheritdoc />
    public override string ForEngine(string connectionString) => PostgreSqlUrl.ForEngine(connectionString);

    /// <inheritdoc />
    public override DbDataSource NewDataSource(string connectionString) => NpgsqlDataSource.Create(connectionString);

    /// <inheritdoc />
    public override DbConnection NewConnection(string connectionString, ConnectionPurpose purpose) =>
        new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);

    /// <inheritdoc />
    public override ValueTask PrepareAsync(
        DbConnection connection,
        ConnectionPurpose purpose,
        CancellationToken cancellationToken
    ) =>
        ((NpgsqlConnection)connection).PostgreSqlVersion is { Major: < OldestServer } version
            ? throw PostgreSqlErrors.TooOld(version, OldestServer)
            : ValueTask.CompletedTask;

    /// <inheritdoc />
    public override ValueTask<DatabaseLock?> TryLockAsync(
        LockableDatabase database,
        string holder,
        CancellationToken cancellationToken
    ) => PostgreSqlLock.TryTakeAsync(database, holder, cancellationToken);

    /// <inheritdoc />
    public override ValueTask<string?> LockHolderAsync(
        LockableDatabase database,
        CancellationToken cancellationToken
    ) => PostgreSqlLock.HolderAsync(database, cancellationToken);

    /// <inheritdoc />
    public override Row NewRow(DbDataReader reader, EntityReader? entities) =>
        new PostgreSqlRow((NpgsqlDataReader)reader) { Entities = entities };

    /// <inheritdoc />
    public override ParameterWriter NewParameterWriter(DbCommand command) =>
        new PostgreSqlParameterWriter((NpgsqlCommand)command);

    /// <inheritdoc />
    public override DatabaseException? Translate(DbException error, string connectionString) =>
        PostgreSqlErrors.Translate(error, connectionString);
}
