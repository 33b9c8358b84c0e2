namespace Retort.Migrations;

/// <summary>What commands read of a database without changing it; a database that is not there is an empty one.</summary>
/// <param name="IsThere">Whether the database exists.</param>
/// <param name="IsVersioned">Whether it has a version table.</param>
/// <param name="Rows">The version rows, sorted.</param>
internal sealed record DatabaseState(bool IsThere, bool IsVersioned, IReadOnlyList<string> Rows)
{
    private static readonly DatabaseState Missing = new(false, false, []);

    /// <summary>The tables, without those of the runtime itself; none where they were not asked for.</summary>
    public MetaData Schema { get; private init; } = new();

    /// <summary>Reads the version rows.</summary>
    public static Task<DatabaseState> RowsAsync(CommandContext context, CancellationToken cancellationToken) =>
        ReadAsync(context, ReadRowsAsync, cancellationToken);

    /// <summary>Reads the version rows and the schema.</summary>
    public static Task<DatabaseState> RowsAndSchemaAsync(CommandContext context, CancellationToken cancellationToken) =>
        ReadAsync(context, ReadRowsAndSchemaAsync, cancellationToken);

    /// <summary>What is equal between two schemas, in the words of the database.</summary>
    public static async Task<SchemaNorms> NormsAsync(
        CommandContext context,
        MetaData declared,
        MetaData found,
        CancellationToken cancellationToken
    )
    {
        if (found.Tables.Count == 0)
            return context.Database.Dialect.Norms;
        var connection = await context
            .Database.ConnectAsync(ConnectionPurpose.Inspection, cancellationToken)
            .ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            return await connection
                .Dialect.NormsAsync(connection.QueryAsync, declared, found, cancellationToken)
                .ConfigureAwait(false);
    }

    private static async Task<DatabaseState> ReadAsync(
        CommandContext context,
        Func<MigrationContext, CancellationToken, ValueTask<DatabaseState>> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var connection = await context
                .Database.ConnectAsync(ConnectionPurpose.Inspection, cancellationToken)
                .ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
                return await read(new MigrationContext(connection, context.Options), cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (DatabaseMissingException)
        {
            return Missing;
        }
    }

    private static async ValueTask<DatabaseState> ReadRowsAsync(
        MigrationContext database,
        CancellationToken cancellationToken
    ) =>
        await database.Versions.ExistsAsync(cancellationToken).ConfigureAwait(false)
            ? new DatabaseState(true, true, await database.Versions.ReadAsync(cancellationToken).ConfigureAwait(false))
            : new DatabaseState(true, false, []);

    private static async ValueTask<DatabaseState> ReadRowsAndSchemaAsync(
        MigrationContext database,
        CancellationToken cancellationToken
    )
    {
        var state = await ReadRowsAsync(database, cancellationToken).ConfigureAwait(false);
        var schema = await database
            .Connection.Inspector.ReadAsync(cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return state with
        {
            Schema = new MetaData(schema.Tables.Where(table => !database.Options.IsOwn(table.FullName)))
            {
                Objects = schema.Objects,
                Warnings = schema.Warnings,
            },
        };
    }
}
