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
    )
    {
        var (_, _, rows) = await RowsAsync(context, cancellationToken).ConfigureAwait(false);
        await RequireKnownAsync(context, graph, rows, cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>The revisions that are named; for <c>current</c> the database is read.</summary>
    /// <exception cref="RevisionException">A name is unknown or ambiguous, or a row's revision is not in the graph.</exception>
    public static async Task<IReadOnlyList<Revision>> ResolveAsync(
        CommandContext context,
        RevisionGraph graph,
        IReadOnlyList<string> names,
        CancellationToken cancellationToken
    )
    {
        var rows = names.Contains(RevisionSymbol.Current)
            ? await KnownRowsAsync(context, graph, cancellationToken).ConfigureAwait(false)
            : [];
        return
        [
            .. names
                .SelectMany(name =>
                    name == RevisionSymbol.Current ? rows.Select(row => graph.Find(row)!) : graph.Resolve(name)
                )
                .Distinct(),
        ];
    }

    /// <summary>Makes sure that the graph has the revision of each row; only what it has not is looked up in the database.</summary>
    /// <exception cref="RevisionException">It has not.</exception>
    public static async Task RequireKnownAsync(
        CommandContext context,
        RevisionGraph graph,
        IReadOnlyList<string> rows,
        CancellationToken cancellationToken
    )
    {
        if (rows.Any(row => graph.Find(row) is null))
            await ReadAsync(context, rows, RequireAsync, cancellationToken).ConfigureAwait(false);

        async ValueTask<IReadOnlyList<string>> RequireAsync(MigrationContext database, CancellationToken cancellation)
        {
            await LostRevisions.RequireNoneAsync(database, graph, rows, cancellation).ConfigureAwait(false);
            return rows;
        }
    }

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
