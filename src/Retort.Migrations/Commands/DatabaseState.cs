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
        ReadAsync(context, Missing, ReadRowsAsync, cancellationToken);

    /// <summary>The version rows, each of a revision that the graph has.</summary>
    /// <exception cref="RevisionException">A row's revision is not in the graph.</exception>
    public static async Task<IReadOnlyList<string>> KnownRowsAsync(
        CommandContext context,
        RevisionGraph graph,
        CancellationToken cancellationToken
    ) =>
        await ReadAsync(
                context,
                [],
                async (database, cancellation) =>
                {
                    var rows = await database.RowsAsync(cancellation).ConfigureAwait(false);
                    await LostRevisions.RequireNoneAsync(database, graph, rows, cancellation).ConfigureAwait(false);
                    return rows;
                },
                cancellationToken
            )
            .ConfigureAwait(false);

    /// <summary>Reads the version rows and the schema.</summary>
    public static Task<DatabaseState> RowsAndSchemaAsync(CommandContext context, CancellationToken cancellationToken) =>
        ReadAsync(context, Missing, ReadRowsAndSchemaAsync, cancellationToken);

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

    /// <summary>Reads something of a database; where there is none, it is what a missing one has.</summary>
    public static async Task<T> ReadAsync<T>(
        CommandContext context,
        T missing,
        Func<MigrationContext, CancellationToken, ValueTask<T>> read,
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
            return missing;
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
