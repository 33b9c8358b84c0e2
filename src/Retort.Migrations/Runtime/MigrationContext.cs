namespace Retort.Migrations;

/// <summary>A database as revisions see it: a connection with the two tables of the runtime.</summary>
public sealed class MigrationContext(Connection connection, MigrationOptions options)
{
    /// <summary>The connection.</summary>
    public Connection Connection { get; } = connection;

    /// <summary>How revisions are run.</summary>
    public MigrationOptions Options { get; } = options;

    /// <summary>Which revisions are applied.</summary>
    public VersionTable Versions { get; } = new(connection, options.VersionTable);

    /// <summary>What was run.</summary>
    public HistoryTable History { get; } = new(connection, options.HistoryTable);

    /// <summary>The rows of the version table; none where it is missing.</summary>
    public async ValueTask<IReadOnlyList<string>> RowsAsync(CancellationToken cancellationToken = default) =>
        await Versions.ExistsAsync(cancellationToken).ConfigureAwait(false)
            ? await Versions.ReadAsync(cancellationToken).ConfigureAwait(false)
            : [];

    /// <summary>Creates both tables where they are missing, in a transaction of their own.</summary>
    /// <exception cref="MigrationException">The schema is missing in which they are to be.</exception>
    public async ValueTask EnsureTablesAsync(CancellationToken cancellationToken = default)
    {
        await Connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        await Versions.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await History.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await Connection.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs operations that are no revision's, as a revision would: what belongs together in a transaction, the rest outside of any.</summary>
    /// <exception cref="DatabaseException">The database refused one; what was committed before it stays.</exception>
    public async Task RunAsync(IEnumerable<Operation> operations, CancellationToken cancellationToken = default)
    {
        foreach (var part in RevisionPart.Split(operations.SelectMany(each => each.ToWork()), Connection.Dialect.Ddl))
        {
            if (part.Work is [BatchWork batch])
                await RunAsync(batch, cancellationToken).ConfigureAwait(false);
            else if (part.IsTransaction)
                await TransactAsync(
                        () => PartWork.RunAsync(Connection, part.Work, cancellationToken),
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            else
                await PartWork.RunAsync(Connection, part.Work, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(BatchWork batch, CancellationToken cancellationToken)
    {
        var ranges = new RowRanges(Connection, batch);
        await ranges.RequireKeysAsync(cancellationToken).ConfigureAwait(false);
        for (
            string? after = null, end;
            (end = await ranges.NextEndAsync(after, cancellationToken).ConfigureAwait(false)) is not null;
            after = end
        )
            await ranges.ChangeAsync(after, end, cancellationToken).ConfigureAwait(false);
    }

    private async Task TransactAsync(Func<ValueTask> work, CancellationToken cancellationToken)
    {
        await Connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        await work().ConfigureAwait(false);
        await Connection.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The applied revisions whose files were changed since.</summary>
    public async ValueTask<IReadOnlyList<Revision>> ChangedFilesAsync(
        RevisionSet revisions,
        IReadOnlyList<string> rows,
        CancellationToken cancellationToken = default
    )
    {
        if (!await History.ExistsAsync(cancellationToken).ConfigureAwait(false))
            return [];
        var hashes = await History.AppliedHashesAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. revisions
                .Graph.AppliedBy(rows)
                .Where(each => hashes.TryGetValue(each.Id, out var hash) && hash != revisions[each].Hash),
        ];
    }
}
