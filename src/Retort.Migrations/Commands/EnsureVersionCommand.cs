namespace Retort.Migrations;

/// <summary><c>retort ensure-version</c>: creates the version table and the history table where they are missing, and the database itself.</summary>
public sealed class EnsureVersionCommand(CommandContext context)
{
    /// <summary>Runs, under the database's lock.</summary>
    /// <returns>The tables that were created; none where they were there.</returns>
    /// <exception cref="LockTimeoutException">Somebody else kept the lock.</exception>
    public Task<IReadOnlyList<TableName>> RunAsync(CancellationToken cancellationToken = default) =>
        LockedDatabase.RunAsync(
            context.Database,
            context.Options,
            (database, _) => RunAsync(database, cancellationToken),
            cancellationToken
        );

    /// <summary>Writes down as SQL what creates the tables; no database is opened.</summary>
    public string Script() => new StampWriter(context.Database.Dialect, context.Options).EnsureVersion();

    private static async Task<IReadOnlyList<TableName>> RunAsync(
        MigrationContext database,
        CancellationToken cancellationToken
    )
    {
        var missing = new List<TableName>();
        if (!await database.Versions.ExistsAsync(cancellationToken).ConfigureAwait(false))
            missing.Add(database.Options.VersionTable);
        if (!await database.History.ExistsAsync(cancellationToken).ConfigureAwait(false))
            missing.Add(database.Options.HistoryTable);
        await database.EnsureTablesAsync(cancellationToken).ConfigureAwait(false);
        return missing;
    }
}
