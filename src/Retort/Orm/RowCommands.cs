namespace Retort;

/// <summary>The commands of one pass over one table: one for each set of columns, prepared once.</summary>
internal sealed class RowCommands(Connection connection, Func<ColumnSet, CompiledSql> statement) : IDisposable
{
    private readonly Dictionary<ColumnSet, RepeatedCommand> _commands = [];
    private RepeatedCommand? _last;
    private ColumnSet _lastColumns;

    /// <summary>The command that writes the columns.</summary>
    public RepeatedCommand For(ColumnSet columns)
    {
        if (_last is not null && columns == _lastColumns)
            return _last;
        if (!_commands.TryGetValue(columns, out var command))
            _commands.Add(columns, command = connection.NewRepeated(statement(columns).Text));
        (_last, _lastColumns) = (command, columns);
        return command;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
    }
}
