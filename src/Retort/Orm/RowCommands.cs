namespace Retort;

/// <summary>The statements of one pass over one table: one for each set of columns.</summary>
internal sealed class RowCommands(Connection connection, Func<ColumnSet, CompiledSql> statement)
{
    private RepeatedCommand? _last;
    private ColumnSet _lastColumns;

    /// <summary>The statement that writes the columns.</summary>
    public RepeatedCommand For(ColumnSet columns)
    {
        if (_last is { } last && columns == _lastColumns)
            return last;
        var command = connection.Repeated(statement(columns).Text);
        (_last, _lastColumns) = (command, columns);
        return command;
    }
}
