namespace Retort.Migrations;

/// <summary>What commands read of a database without changing it; a database that is not there is an empty one.</summary>
internal static class DatabaseState
{
    /// <summary>The version rows.</summary>
    public static async ValueTask<(IReadOnlyList<string> Rows, bool IsThere)> RowsAsync(
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var connection = await OpenAsync(context, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
                return (
                    await new MigrationContext(connection, context.Options)
                        .RowsAsync(cancellationToken)
                        .ConfigureAwait(false),
                    true
                );
        }
        catch (DatabaseMissingException)
        {
            return ([], false);
        }
    }

    /// <summary>The schema without the tables of the runtime itself.</summary>
    public static async ValueTask<MetaData> SchemaAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await OpenAsync(context, cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var schema = await connection
                    .Inspector.ReadAsync(cancellationToken: cancellationToken)
                    .ConfigureAwait(false);
                return new MetaData(schema.Tables.Where(table => !IsOwn(context.Options, table)));
            }
        }
        catch (DatabaseMissingException)
        {
            return new MetaData();
        }
    }

    private static ValueTask<Connection> OpenAsync(CommandContext context, CancellationToken cancellationToken) =>
        context.Database.ConnectAsync(ConnectionPurpose.Inspection, cancellationToken);

    private static bool IsOwn(MigrationOptions options, Table table) =>
        table.FullName == options.VersionTable || table.FullName == options.HistoryTable;
}
