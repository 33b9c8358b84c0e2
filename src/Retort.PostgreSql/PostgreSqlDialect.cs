using System.Data.Common;
using Npgsql;
using Retort;

[assembly: RetortDialect(typeof(PostgreSqlDialect))]

namespace Retort;

/// <summary>PostgreSQL, from 12, on Npgsql.</summary>
public sealed class PostgreSqlDialect : Dialect
{
    private PostgreSqlDialect() { }

    /// <summary>The dialect.</summary>
    public static PostgreSqlDialect Instance { get; } = new();

    /// <inheritdoc />
    public override IReadOnlyList<string> Schemes => ["postgresql", "postgres"];

    /// <inheritdoc />
    public override SqlSyntax Syntax => PostgreSqlSyntax.Instance;

    /// <inheritdoc />
    public override TypeMap Types => PostgreSqlTypes.Instance;

    /// <inheritdoc />
    public override DdlCompiler Ddl { get; } =
        new PostgreSqlDdlCompiler(PostgreSqlSyntax.Instance, PostgreSqlTypes.Instance);

    /// <inheritdoc />
    public override SchemaNorms Norms => field ??= new PostgreSqlNorms(Types, Ddl);

    /// <inheritdoc />
    public override CatalogReader Catalog { get; } = new PostgreSqlCatalogReader();

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
    public override string ForScratch(string connectionString, string name) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = name, Pooling = false }.ConnectionString;

    /// <inheritdoc />
    /// <remarks>The template that nobody adds anything to.</remarks>
    public override string CreateScratchSql(string name) => $"CREATE DATABASE {Syntax.Quote(name)} TEMPLATE template0";

    /// <inheritdoc />
    public override string DropScratchSql(string name) => $"DROP DATABASE IF EXISTS {Syntax.Quote(name)}";

    /// <inheritdoc />
    /// <remarks>Who wants a lock of somebody else's tables does not wait long: it was not meant to.</remarks>
    public override string CreateScratchSchemaSql(string name) =>
        $"CREATE SCHEMA {Syntax.Quote(name)}; SET LOCAL search_path TO {Syntax.Quote(name)}; SET LOCAL lock_timeout TO '2s'";

    /// <inheritdoc />
    public override string ScratchStateSql => PostgreSqlScratch.StateSql;

    /// <inheritdoc />
    public override string? LeavesScratchSchema(string sql, bool isWritten) => PostgreSqlScratch.Leaves(sql, isWritten);

    /// <inheritdoc />
    public override DbDataSource NewDataSource(string connectionString, ConnectionPurpose purpose) =>
        PostgreSqlDataSource.Create(connectionString, purpose);

    /// <inheritdoc />
    public override ValueTask PrepareAsync(
        DbConnection connection,
        ConnectionPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        PostgreSqlErrors.RequireVersion((NpgsqlConnection)connection);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    /// <remarks>What fails here fails again where it matters: at the next connection.</remarks>
    public override async ValueTask ReloadTypesAsync(DbDataSource source, bool synchronous)
    {
        try
        {
            if (source is not NpgsqlDataSource sessions)
                return;
            if (synchronous)
                sessions.ReloadTypes();
            else
                await sessions.ReloadTypesAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException) { }
    }

    /// <inheritdoc />
    /// <remarks>The driver knows no semicolons inside of a statement.</remarks>
    public override IReadOnlyList<string>? Statements(string sql) =>
        sql.Contains("ATOMIC", StringComparison.OrdinalIgnoreCase)
            ? [.. PostgreSqlStatement.Split(sql).Select(statement => statement.Sql)]
            : null;

    /// <inheritdoc />
    public override DatabaseLock NewLock(DbDataSource source, TableName versionTable, string holder) =>
        new PostgreSqlLock(source, versionTable, holder);

    /// <inheritdoc />
    public override Row NewRow(DbDataReader reader, EntityReader? entities) =>
        new PostgreSqlRow((NpgsqlDataReader)reader) { Entities = entities };

    /// <inheritdoc />
    public override ParameterWriter NewParameterWriter(DbCommand command) =>
        new PostgreSqlParameterWriter((NpgsqlCommand)command);

    /// <inheritdoc />
    public override DatabaseException? Translate(DbException error, DbConnection connection) =>
        error is NpgsqlException npgsql ? PostgreSqlErrors.Translate(npgsql, (NpgsqlConnection)connection) : null;

    /// <inheritdoc />
    public override string MessageOf(DbException error) => PostgreSqlErrors.MessageOf(error);
}
