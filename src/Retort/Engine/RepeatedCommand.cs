using System.Data.Common;

namespace Retort;

/// <summary>A command that runs once for each of many rows: its text stays and is prepared once, its parameters are written again.</summary>
internal sealed class RepeatedCommand(Connection connection, DbCommand command) : IDisposable
{
    private readonly ParameterWriter _parameters = connection.Dialect.NewParameterWriter(command);

    /// <summary>The parameters, to be written from the first one on.</summary>
    public ParameterWriter Parameters
    {
        get
        {
            _parameters.Restart();
            return _parameters;
        }
    }

    /// <summary>Runs the command.</summary>
    /// <returns>How many rows it changed.</returns>
    public ValueTask<int> ExecuteAsync(CancellationToken cancellationToken) =>
        connection.ExecuteAsync(command, cancellationToken);

    /// <summary>Runs the command for the rows that it gives.</summary>
    public ValueTask<ResultReader> ReadAsync(EntityReader? entities, CancellationToken cancellationToken) =>
        connection.ReadAsync(command, entities, ownsCommand: false, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => command.Dispose();
}
