using System.Data.Common;

namespace Retort;

/// <summary>
/// A connection of the driver, with the commands that it keeps prepared. It may outlive the <see cref="Connection"/> that uses it,
/// and serve the next one.
/// </summary>
internal sealed class PhysicalConnection(DbConnection driver, Dialect dialect)
{
    /// <summary>Texts beyond this push out the oldest: an application has few, but may change any set of columns.</summary>
    private const int MaxPrepared = 100;

    private readonly Dictionary<string, PreparedCommand> _prepared = [];
    private readonly Queue<string> _oldest = [];

    /// <summary>The driver's connection.</summary>
    public DbConnection Driver => driver;

    /// <summary>A command of this text, prepared at its first execution.</summary>
    public PreparedCommand Prepare(string sql)
    {
        if (_prepared.TryGetValue(sql, out var prepared))
            return prepared;
        if (_prepared.Count == MaxPrepared && _prepared.Remove(_oldest.Dequeue(), out var oldest))
            oldest.Command.Dispose();
        var command = driver.CreateCommand();
        command.CommandText = sql;
        prepared = new PreparedCommand(command, dialect.NewParameterWriter(command));
        _prepared.Add(sql, prepared);
        _oldest.Enqueue(sql);
        return prepared;
    }

    /// <summary>Closes the connection.</summary>
    public void Close() => driver.Dispose();

    /// <inheritdoc cref="Close" />
    public ValueTask CloseAsync() => driver.DisposeAsync();
}

/// <summary>A command of the driver that stays, and what writes its parameters.</summary>
internal sealed record PreparedCommand(DbCommand Command, ParameterWriter Parameters);
