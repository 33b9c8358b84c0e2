namespace Retort;

/// <summary>A statement that runs once for each of many rows: the connection keeps it prepared, its parameters are written again.</summary>
internal readonly struct RepeatedCommand(Connection connection, PreparedCommand prepared)
{
    /// <summary>The parameters, to be written from the first one on.</summary>
    public ParameterWriter Parameters
    {
        get
        {
            prepared.Parameters.Restart();
            return prepared.Parameters;
        }
    }

    /// <summary>Runs the command.</summary>
    /// <returns>How many rows it changed.</returns>
    public ValueTask<int> ExecuteAsync(CancellationToken cancellationToken) =>
        connection.ExecuteAsync(prepared.Command, cancellationToken);

    /// <summary>Runs the command for the rows that it gives; they must be read before it runs again.</summary>
    public ValueTask<ResultReader> ReadAsync(CancellationToken cancellationToken) =>
        connection.ReadAsync(prepared.Command, null, ownsCommand: false, cancellationToken);
}
