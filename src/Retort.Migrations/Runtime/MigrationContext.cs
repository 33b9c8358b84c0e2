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
    public async ValueTask EnsureTablesAsync(CancellationToken cancellationToken = default)
    {
        await Connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        await Versions.EnsureAsync(cancellationToken).ConfigureAwait(false);
        await History.EnsureAsync(cancellationToken).ConfigureAwait(false);
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
