using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Retort;

/// <summary>
/// An open connection to a database; used by one thread at a time. Statements, transactions, errors and logging go through here.
/// </summary>
/// <remarks>
/// This is the one place that knows whether I/O blocks or is awaited (<see cref="Synchronous"/>): everything above is
/// written once, with tasks that are complete when they return from a synchronous connection.
/// </remarks>
public sealed class Connection : IDisposable, IAsyncDisposable
{
    private readonly Engine _engine;
    private readonly PhysicalConnection _physical;
    private int _openReaders;
    private bool _broken;
    private bool _failed;
    private bool _disposed;

    private Connection(Engine engine, PhysicalConnection physical, bool synchronous, ConnectionPurpose purpose) =>
        (_engine, _physical, Synchronous, Purpose) = (engine, physical, synchronous, purpose);

    /// <summary>What the connection was opened for.</summary>
    public ConnectionPurpose Purpose { get; }

    /// <summary>Whether the connection blocks its thread; a task that it gives is then complete.</summary>
    public bool Synchronous { get; internal set; }

    /// <summary>Whether a transaction has begun and not ended.</summary>
    public bool InTransaction { get; private set; }

    /// <summary>The kind of database.</summary>
    public Dialect Dialect => _engine.Dialect;

    /// <summary>Where the connection comes from.</summary>
    internal Engine Engine => _engine;

    /// <summary>The driver's connection.</summary>
    public DbConnection DbConnection => _physical.Driver;

    /// <summary>Reads the schema through this connection.</summary>
    public Inspector Inspector => new(Dialect.Catalog, QueryAsync);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it inserted, updated or deleted.</returns>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public int Execute(CompiledSql sql)
    {
        using var blocking = Blocking();
        return Io.Complete(ExecuteAsync(sql));
    }

    /// <inheritdoc cref="Execute" />
    public async ValueTask<int> ExecuteAsync(CompiledSql sql, CancellationToken cancellationToken = default)
    {
        using var command = NewCommand(sql);
        return sql.Parameters.Count == 0 && Dialect.Statements(sql.Text) is { Count: > 0 } statements
            ? await ExecuteAsync(command, statements, cancellationToken).ConfigureAwait(false)
            : await ExecuteAsync(command, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a query and gives its rows, one after the other.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public ValueTask<ResultReader> ReadAsync(CompiledSql sql, CancellationToken cancellationToken = default) =>
        ReadAsync(NewCommand(sql), null, ownsCommand: true, cancellationToken);

    /// <summary>Runs a query and gives all its rows as the driver reads them; NULL is null. Of several statements, the last that has rows gives them.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public async ValueTask<IReadOnlyList<object?[]>> QueryAsync(
        string sql,
        CancellationToken cancellationToken = default
    )
    {
        var reader = await ReadAsync(sql, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var rows = new List<object?[]>();
            do
            {
                rows.Clear();
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    rows.Add(reader.Values());
            } while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
            return rows;
        }
    }

    /// <summary>Runs a query for the first column of its first row; the type's default where there is no row or it is NULL.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public T? Scalar<T>(CompiledSql sql)
    {
        using var blocking = Blocking();
        return Io.Complete(ScalarAsync<T>(sql));
    }

    /// <inheritdoc cref="Scalar" />
    public async ValueTask<T?> ScalarAsync<T>(CompiledSql sql, CancellationToken cancellationToken = default)
    {
        var reader = await ReadAsync(sql, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var found = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            return found && reader.Row.GetValue(0) is { } value ? Convert<T>(value) : default;
        }
    }

    /// <summary>Begins a transaction that writes.</summary>
    /// <exception cref="InvalidOperationException">One has begun.</exception>
    /// <exception cref="DatabaseLockedException">Others kept writing for as long as was waited.</exception>
    public async ValueTask BeginAsync(CancellationToken cancellationToken = default)
    {
        if (InTransaction)
            throw new InvalidOperationException("The connection has begun a transaction already.");
        await ExecuteAsync(Dialect.BeginSql(write: true), cancellationToken).ConfigureAwait(false);
        InTransaction = true;
    }

    /// <summary>Makes the changes of the transaction last. When this fails the transaction is open still.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    /// <remarks>
    /// Where a failed statement ends the transaction, COMMIT of what is left undoes it without an error. Any statement before it is one.
    /// </remarks>
    public async ValueTask CommitAsync(CancellationToken cancellationToken = default)
    {
        if (_failed && Dialect.Syntax.FailureAbortsTransaction)
            await ScalarAsync<int>("SELECT 1", cancellationToken).ConfigureAwait(false);
        await ExecuteAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        (InTransaction, _failed) = (false, false);
    }

    /// <summary>Undoes the changes of the transaction; where the connection was lost the database has done so.</summary>
    public async ValueTask RollbackAsync(CancellationToken cancellationToken = default)
    {
        (InTransaction, _failed) = (false, false);
        if (IsOpen)
            await ExecuteAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Marks a point in the transaction to which it can be rolled back.</summary>
    internal async ValueTask SaveAsync(Name savepoint, CancellationToken cancellationToken) =>
        await ExecuteAsync($"SAVEPOINT {savepoint.Text}", cancellationToken).ConfigureAwait(false);

    /// <summary>Forgets a savepoint; what was done since is part of the transaction.</summary>
    internal async ValueTask ReleaseAsync(Name savepoint, CancellationToken cancellationToken) =>
        await ExecuteAsync($"RELEASE SAVEPOINT {savepoint.Text}", cancellationToken).ConfigureAwait(false);

    /// <summary>Undoes what was done since a savepoint, and forgets it.</summary>
    internal async ValueTask RollbackToAsync(Name savepoint, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"ROLLBACK TO SAVEPOINT {savepoint.Text}", cancellationToken).ConfigureAwait(false);
        await ReleaseAsync(savepoint, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connection or gives it back to the pool; what was not committed is undone.</summary>
    public void Dispose()
    {
        using var blocking = Blocking();
        Io.Complete(DisposeAsync());
    }

    /// <inheritdoc cref="Dispose" />
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        await EndTransactionAsync().ConfigureAwait(false);
        _disposed = true;
        if (IsReusable && _engine.Pool.Keep(_physical))
            return;
        if (Synchronous)
            _physical.Close();
        else
            await _physical.CloseAsync().ConfigureAwait(false);
        if (Purpose is ConnectionPurpose.Migration && _engine.Sources.Used(ConnectionPurpose.Session) is { } sessions)
            await Dialect.ReloadTypesAsync(sessions, Synchronous).ConfigureAwait(false);
    }

    internal static ValueTask<Connection> OpenAsync(
        Engine engine,
        bool synchronous,
        ConnectionPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        synchronous |= engine.Dialect.DriverBlocks;
        return purpose is ConnectionPurpose.Session && engine.Pool.Take() is { } idle
            ? new(new Connection(engine, idle, synchronous, purpose))
            : OpenNewAsync(engine, synchronous, purpose, cancellationToken);
    }

    /// <summary>Makes the connection block its thread until the result is disposed.</summary>
    internal Face Blocking() => new(this, synchronous: true);

    /// <summary>Runs a command of this connection.</summary>
    internal async ValueTask<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken)
    {
        RequireOpen();
        _engine.Log.Executing(command);
        try
        {
            return Synchronous
                ? command.ExecuteNonQuery()
                : await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            throw Translate(error, command.CommandText);
        }
    }

    /// <summary>Runs statements that the driver takes as they are.</summary>
    private async ValueTask<int> ExecuteAsync(
        DbCommand whole,
        IReadOnlyList<string> statements,
        CancellationToken cancellationToken
    )
    {
        RequireOpen();
        _engine.Log.Executing(whole);
        using var batch = _physical.Driver.CreateBatch();
        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement;
            batch.BatchCommands.Add(command);
        }
        try
        {
            return Synchronous
                ? batch.ExecuteNonQuery()
                : await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            throw Translate(error, whole.CommandText);
        }
    }

    /// <summary>Runs a query of this connection.</summary>
    /// <param name="command">The query.</param>
    /// <param name="entities">Gives objects an identity; null: each row is a new object.</param>
    /// <param name="ownsCommand">Whether the command ends with the reader.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    internal async ValueTask<ResultReader> ReadAsync(
        DbCommand command,
        EntityReader? entities,
        bool ownsCommand,
        CancellationToken cancellationToken
    )
    {
        RequireOpen();
        _engine.Log.Executing(command);
        try
        {
            var reader = Synchronous
                ? command.ExecuteReader()
                : await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            _openReaders++;
            return new ResultReader(this, command, reader, Dialect.NewRow(reader, entities), ownsCommand);
        }
        catch (DbException error)
        {
            if (ownsCommand)
                command.Dispose();
            throw Translate(error, command.CommandText);
        }
    }

    /// <summary>A command of this connection with the values of the statement.</summary>
    internal DbCommand NewCommand(CompiledSql sql)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var command = _physical.Driver.CreateCommand();
        command.CommandText = sql.Text;
        if (sql.Parameters.Count > 0)
        {
            var writer = Dialect.NewParameterWriter(command);
            foreach (var parameter in sql.Parameters)
                ParameterBinding.Bind(writer, parameter);
        }
        return command;
    }

    /// <summary>A statement that runs many times, and stays prepared as long as the driver's connection is open.</summary>
    internal RepeatedCommand Repeated(string sql)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return new RepeatedCommand(this, _physical.Prepare(sql));
    }

    /// <summary>A reader of this connection is done.</summary>
    internal void ReaderClosed() => _openReaders--;

    /// <summary>The driver's error as Retort's, with the statement.</summary>
    internal DatabaseException Translate(DbException error, string? sql)
    {
        _failed |= InTransaction;
        return Translate(Dialect, DbConnection, error, sql);
    }

    /// <summary>Whether the next user finds the driver's connection as a new one is.</summary>
    private bool IsReusable => IsOpen && Purpose is ConnectionPurpose.Session && !_broken && _openReaders == 0;

    private bool IsOpen => _physical.Driver.State is ConnectionState.Open;

    /// <exception cref="ConnectionFailedException">The connection was lost, which an earlier error has told.</exception>
    private void RequireOpen()
    {
        if (!IsOpen)
            throw new ConnectionFailedException(
                $"The connection to {_engine.Description} was lost. What was not committed is undone.",
                "Begin again with another connection or session."
            );
    }

    private static async ValueTask<Connection> OpenNewAsync(
        Engine engine,
        bool synchronous,
        ConnectionPurpose purpose,
        CancellationToken cancellationToken
    )
    {
        var driver = engine.Sources[purpose].CreateConnection();
        try
        {
            if (synchronous)
                driver.Open();
            else
                await driver.OpenAsync(cancellationToken).ConfigureAwait(false);
            await engine.Dialect.PrepareAsync(driver, purpose, cancellationToken).ConfigureAwait(false);
            return new Connection(engine, new PhysicalConnection(driver, engine.Dialect), synchronous, purpose);
        }
        catch (Exception error)
        {
            if (synchronous)
                driver.Dispose();
            else
                await driver.DisposeAsync().ConfigureAwait(false);
            if (error is DbException refused)
                throw Translate(engine.Dialect, driver, refused, null);
            throw;
        }
    }

    private async ValueTask EndTransactionAsync()
    {
        try
        {
            if (InTransaction)
                await RollbackAsync().ConfigureAwait(false);
        }
        catch (DatabaseException)
        {
            _broken = true; // the transaction has ended already, or ends with the connection
        }
    }

    private static DatabaseException Translate(Dialect dialect, DbConnection driver, DbException error, string? sql)
    {
        var translated = dialect.Translate(error, driver) ?? Other(dialect.MessageOf(error));
        translated.Statement = sql;
        return translated;

        DatabaseException Other(string message) =>
            new("RT0300", sql is null ? message : $"{message}\nStatement: {sql}", inner: error);
    }

    private static T Convert<T>(object value) =>
        value is T typed
            ? typed
            : (T)
                System.Convert.ChangeType(
                    value,
                    Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T),
                    CultureInfo.InvariantCulture
                );

    /// <summary>A change of <see cref="Synchronous"/> that ends.</summary>
    internal readonly ref struct Face : IDisposable
    {
        private readonly Connection _connection;
        private readonly bool _before;

        public Face(Connection connection, bool synchronous)
        {
            (_connection, _before) = (connection, connection.Synchronous);
            connection.Synchronous = synchronous;
        }

        public void Dispose() => _connection.Synchronous = _before;
    }
}
