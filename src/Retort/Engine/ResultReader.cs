using System.Data.Common;

namespace Retort;

/// <summary>The rows of a result, one after the other; belongs to a connection, which can do nothing else meanwhile.</summary>
public sealed class ResultReader : IDisposable, IAsyncDisposable
{
    private readonly Connection _connection;
    private readonly DbCommand _command;
    private readonly DbDataReader _reader;
    private readonly bool _ownsCommand;
    private bool _closed;

    internal ResultReader(Connection connection, DbCommand command, DbDataReader reader, Row row, bool ownsCommand) =>
        (_connection, _command, _reader, Row, _ownsCommand) = (connection, command, reader, row, ownsCommand);

    /// <summary>The current row.</summary>
    public Row Row { get; }

    /// <summary>How many columns a row has.</summary>
    public int ColumnCount => _reader.FieldCount;

    /// <summary>Goes to the next row; false behind the last one.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken = default) =>
        _connection.Synchronous ? new ValueTask<bool>(Read(cancellationToken)) : AwaitReadAsync(cancellationToken);

    /// <summary>The current row as the driver reads it; NULL is null.</summary>
    internal object?[] Values()
    {
        var values = new object?[ColumnCount];
        for (var at = 0; at < values.Length; at++)
            values[at] = Row.GetValue(at);
        return values;
    }

    /// <summary>Goes to the result of the next statement that has one; false behind the last one.</summary>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    internal async ValueTask<bool> NextResultAsync(CancellationToken cancellationToken)
    {
        try
        {
            return _connection.Synchronous
                ? _reader.NextResult()
                : await _reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            throw _connection.Translate(error, _command.CommandText);
        }
    }

    /// <summary>Ends the reading; what follows in the result is not read.</summary>
    public void Dispose()
    {
        _reader.Dispose();
        Closed();
        if (_ownsCommand)
            _command.Dispose();
    }

    /// <inheritdoc cref="Dispose" />
    public ValueTask DisposeAsync()
    {
        if (!_connection.Synchronous)
            return AwaitDisposeAsync();
        Dispose();
        return ValueTask.CompletedTask;
    }

    private bool Read(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return _reader.Read();
        }
        catch (DbException error)
        {
            throw _connection.Translate(error, _command.CommandText);
        }
    }

    private async ValueTask<bool> AwaitReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException error)
        {
            throw _connection.Translate(error, _command.CommandText);
        }
    }

    private async ValueTask AwaitDisposeAsync()
    {
        await _reader.DisposeAsync().ConfigureAwait(false);
        Closed();
        if (_ownsCommand)
            await _command.DisposeAsync().ConfigureAwait(false);
    }

    private void Closed()
    {
        if (!_closed)
            _connection.ReaderClosed();
        _closed = true;
    }
}
