using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Retort.Tests;

/// <summary>SQLite behind a driver as those of servers are: what is awaited is pending for a moment, and what blocks is an error. The database is real.</summary>
internal sealed class AwaitingSqlite : Dialect
{
    private static readonly SqliteDialect Sqlite = SqliteDialect.Instance;

    public static AwaitingSqlite Instance { get; } = new();

    public override SqlSyntax Syntax => Sqlite.Syntax;
    public override TypeMap Types => Sqlite.Types;
    public override DdlCompiler Ddl => Sqlite.Ddl;
    public override CatalogReader Catalog => Sqlite.Catalog;
    public override int IdleConnections => Sqlite.IdleConnections;

    public override string ConnectionString(DatabaseUrl url) => Sqlite.ConnectionString(url);

    public override string Describe(string connectionString) => Sqlite.Describe(connectionString);

    public override string ForScratch(string connectionString, string name) =>
        Sqlite.ForScratch(connectionString, name);

    public override string BeginSql(bool write) => Sqlite.BeginSql(write);

    public override DbDataSource NewDataSource(string connectionString, ConnectionPurpose purpose) =>
        new DriverDataSource(
            Sqlite.NewDataSource(connectionString, purpose).ConnectionString,
            text => new AwaitingConnection(new SqliteConnection(text))
        );

    public override async ValueTask PrepareAsync(
        DbConnection connection,
        ConnectionPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        await Task.Yield();
        await Sqlite.PrepareAsync(((AwaitingConnection)connection).Inner, purpose, cancellationToken);
    }

    public override Row NewRow(DbDataReader reader, EntityReader? entities) =>
        Sqlite.NewRow(((AwaitingReader)reader).Inner, entities);

    public override ParameterWriter NewParameterWriter(DbCommand command) =>
        Sqlite.NewParameterWriter(((AwaitingCommand)command).Inner);

    public override DatabaseException? Translate(DbException error, DbConnection connection) =>
        Sqlite.Translate(error, connection);
}

/// <summary>What the driver says when it is asked to block.</summary>
internal sealed class BlockedException() : Exception("Something blocks where it should be awaited.");

internal sealed class AwaitingConnection(SqliteConnection inner) : DbConnection
{
    public SqliteConnection Inner => inner;

    [AllowNull]
    public override string ConnectionString
    {
        get => inner.ConnectionString;
        set => inner.ConnectionString = value;
    }

    public override string Database => inner.Database;
    public override string DataSource => inner.DataSource;
    public override string ServerVersion => inner.ServerVersion;
    public override ConnectionState State => inner.State;

    public override void ChangeDatabase(string databaseName) => inner.ChangeDatabase(databaseName);

    public override void Open() => throw new BlockedException();

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        inner.Open();
    }

    public override void Close() => inner.Close();

    public override async ValueTask DisposeAsync()
    {
        await Task.Yield();
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => throw new BlockedException();

    protected override DbCommand CreateDbCommand() => new AwaitingCommand(inner.CreateCommand());
}

internal sealed class AwaitingCommand(SqliteCommand inner) : DbCommand
{
    public SqliteCommand Inner => inner;

    [AllowNull]
    public override string CommandText
    {
        get => inner.CommandText;
        set => inner.CommandText = value;
    }

    public override int CommandTimeout
    {
        get => inner.CommandTimeout;
        set => inner.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => inner.CommandType;
        set => inner.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }
    public override UpdateRowSource UpdatedRowSource { get; set; }
    protected override DbConnection? DbConnection { get; set; }
    protected override DbTransaction? DbTransaction { get; set; }
    protected override DbParameterCollection DbParameterCollection => inner.Parameters;

    public override void Cancel() => inner.Cancel();

    public override void Prepare() => throw new BlockedException();

    public override int ExecuteNonQuery() => throw new BlockedException();

    public override object? ExecuteScalar() => throw new BlockedException();

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        return inner.ExecuteNonQuery();
    }

    protected override DbParameter CreateDbParameter() => inner.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => throw new BlockedException();

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(
        CommandBehavior behavior,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        return new AwaitingReader(inner.ExecuteReader(behavior));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}

internal sealed class AwaitingReader(SqliteDataReader inner) : DbDataReader
{
    public SqliteDataReader Inner => inner;

    public override object this[int ordinal] => inner[ordinal];
    public override object this[string name] => inner[name];
    public override int Depth => inner.Depth;
    public override int FieldCount => inner.FieldCount;
    public override bool HasRows => inner.HasRows;
    public override bool IsClosed => inner.IsClosed;
    public override int RecordsAffected => inner.RecordsAffected;

    public override bool Read() => throw new BlockedException();

    public override bool NextResult() => throw new BlockedException();

    public override async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        return inner.Read();
    }

    public override async Task<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await Task.Yield();
        return inner.NextResult();
    }

    public override async ValueTask DisposeAsync()
    {
        await Task.Yield();
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    public override bool GetBoolean(int ordinal) => inner.GetBoolean(ordinal);

    public override byte GetByte(int ordinal) => inner.GetByte(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        inner.GetBytes(ordinal, dataOffset, buffer, bufferOffset, length);

    public override char GetChar(int ordinal) => inner.GetChar(ordinal);

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        inner.GetChars(ordinal, dataOffset, buffer, bufferOffset, length);

    public override string GetDataTypeName(int ordinal) => inner.GetDataTypeName(ordinal);

    public override DateTime GetDateTime(int ordinal) => inner.GetDateTime(ordinal);

    public override decimal GetDecimal(int ordinal) => inner.GetDecimal(ordinal);

    public override double GetDouble(int ordinal) => inner.GetDouble(ordinal);

    public override System.Collections.IEnumerator GetEnumerator() => inner.GetEnumerator();

    public override Type GetFieldType(int ordinal) => inner.GetFieldType(ordinal);

    public override float GetFloat(int ordinal) => inner.GetFloat(ordinal);

    public override Guid GetGuid(int ordinal) => inner.GetGuid(ordinal);

    public override short GetInt16(int ordinal) => inner.GetInt16(ordinal);

    public override int GetInt32(int ordinal) => inner.GetInt32(ordinal);

    public override long GetInt64(int ordinal) => inner.GetInt64(ordinal);

    public override string GetName(int ordinal) => inner.GetName(ordinal);

    public override int GetOrdinal(string name) => inner.GetOrdinal(name);

    public override string GetString(int ordinal) => inner.GetString(ordinal);

    public override object GetValue(int ordinal) => inner.GetValue(ordinal);

    public override int GetValues(object[] values) => inner.GetValues(values);

    public override bool IsDBNull(int ordinal) => inner.IsDBNull(ordinal);
}
