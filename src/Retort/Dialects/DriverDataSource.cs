using System.Data.Common;

namespace Retort;

/// <summary>A data source of a driver that has none of its own: each connection is a new object of the driver.</summary>
/// <param name="connectionString">The connection string.</param>
/// <param name="connect">Makes a closed connection of the connection string.</param>
public sealed class DriverDataSource(string connectionString, Func<string, DbConnection> connect) : DbDataSource
{
    /// <inheritdoc />
    public override string ConnectionString => connectionString;

    /// <inheritdoc />
    protected override DbConnection CreateDbConnection() => connect(connectionString);
}
