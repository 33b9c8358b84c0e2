namespace Retort.Migrations;

/// <summary>Where a database is to be said to be.</summary>
/// <param name="Targets">As typed: ids, the beginnings of ids, labels, <c>head</c>, <c>heads</c>, <c>base</c>.</param>
public sealed record StampOptions(IReadOnlyList<string> Targets)
{
    /// <summary>Whether all version rows go first, those of unknown revisions too.</summary>
    public bool Purge { get; init; }
}

/// <summary>What <c>retort stamp</c> did.</summary>
/// <param name="Before">The version rows before, sorted.</param>
/// <param name="Heads">The version rows now, sorted.</param>
public sealed record StampResult(IReadOnlyList<string> Before, IReadOnlyList<string> Heads);

/// <summary><c>retort stamp</c>: sets the version rows, and runs nothing. What it changes is told in the history table; a revision that was done in part is so no more.</summary>
public sealed class StampCommand(CommandContext context)
{
    /// <summary>Runs, under the database's lock. Creates the database and both tables where they are missing.</summary>
    /// <exception cref="RevisionException">A target or a row is unknown or ambiguous.</exception>
    /// <exception cref="LockTimeoutException">Somebody else kept the lock; nothing was changed.</exception>
    /// <exception cref="MigrationException">The environment that was called back threw; nothing was changed.</exception>
    public Task<StampResult> RunAsync(StampOptions options, CancellationToken cancellationToken = default)
    {
        var scripts = context.Scripts.Scan();
        var stamp = new Stamp(options, scripts, ScriptDirectory.GraphOf(scripts));
        // what cannot be meant is found before a database is created
        _ = StampPlan.Create(stamp.Graph, [], options.Targets);
        return LockedDatabase.RunAsync(
            context.Database,
            context.Options,
            (database, taken) => RunAsync(stamp, database, taken, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Writes down as SQL what a stamp would change; no database is opened.</summary>
    /// <param name="range">Where the database is, and one target.</param>
    /// <exception cref="RevisionException">A revision is unknown or ambiguous.</exception>
    public MigrationScript Script(ScriptRange range)
    {
        var scripts = context.Scripts.Scan();
        var graph = ScriptDirectory.GraphOf(scripts);
        var stamp = new Stamp(new([range.To]), scripts, graph);
        var before = range.Rows(graph);
        var (changes, rows) = stamp.Plan(before);
        var writer = new StampWriter(context.Database.Dialect, context.Options);
        return new(writer.Stamp(before, changes, stamp.HashOf), [], before, rows);
    }

    private async Task<StampResult> RunAsync(
        Stamp stamp,
        MigrationContext database,
        DatabaseLock taken,
        CancellationToken cancellationToken
    )
    {
        var before = await database.RowsAsync(cancellationToken).ConfigureAwait(false);
        if (!stamp.Options.Purge)
            await LostRevisions
                .RequireNoneAsync(database, stamp.Graph, before, cancellationToken)
                .ConfigureAwait(false);
        var (changes, rows) = stamp.Plan(before);
        await database.EnsureTablesAsync(cancellationToken).ConfigureAwait(false);
        var connection = database.Connection;
        await connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        await taken.RequireAsync(cancellationToken).ConfigureAwait(false);
        await EndJournalsAsync(stamp, database, changes, rows, cancellationToken).ConfigureAwait(false);
        var now = before;
        foreach (var change in changes)
        {
            var line = Line(stamp, IdOf(change), change.To is null ? Direction.Downgrade : Direction.Upgrade);
            now = RowChange.Apply(now, [change]);
            await database.Versions.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
            await database.History.AddAsync(line, cancellationToken).ConfigureAwait(false);
            await VersionCallback
                .RunAsync(database, stamp.Told(database.Connection, line, now), cancellationToken)
                .ConfigureAwait(false);
        }
        await connection.CommitAsync(cancellationToken).ConfigureAwait(false);
        return new StampResult(before, rows);
    }

    /// <summary>What is done in part is now what the rows say: all of it, or nothing.</summary>
    private async Task EndJournalsAsync(
        Stamp stamp,
        MigrationContext database,
        IReadOnlyList<RowChange> changes,
        IReadOnlyList<string> rows,
        CancellationToken cancellationToken
    )
    {
        var applied = stamp.Graph.AppliedBy(rows).Select(revision => revision.Id).ToHashSet();
        var partly = await PartlyRuns.ReadAsync(database, stamp.Graph, cancellationToken).ConfigureAwait(false);
        foreach (var id in partly.Select(run => run.Id).Except(changes.Select(IdOf)))
        {
            var line = Line(stamp, id, applied.Contains(id) ? Direction.Upgrade : Direction.Downgrade);
            await database.History.AddAsync(line, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string IdOf(RowChange change) => change.To ?? change.From!;

    private HistoryEntry Line(Stamp stamp, string id, Direction direction) =>
        new(
            id,
            direction,
            context.Options.Who,
            context.Database.Options.TimeProvider.GetUtcNow(),
            TimeSpan.Zero,
            MigrationOptions.ToolVersion,
            stamp.HashOf(id),
            HistoryEntry.Stamped
        );

    private sealed record Stamp(StampOptions Options, IReadOnlyList<RevisionScript> Scripts, RevisionGraph Graph)
    {
        public (IReadOnlyList<RowChange> Changes, IReadOnlyList<string> Rows) Plan(IReadOnlyList<string> before)
        {
            var plan = StampPlan.Create(Graph, Options.Purge ? [] : before, Options.Targets);
            return Options.Purge
                ? (RowChange.Between([.. before.Except(plan.Rows)], [.. plan.Rows.Except(before)]), plan.Rows)
                : ([.. plan.Steps.SelectMany(step => step.Changes)], plan.Rows);
        }

        /// <summary>What the environment is told; of a row that no file declares, the id is all that is known.</summary>
        public VersionApplied Told(Connection connection, HistoryEntry line, IReadOnlyList<string> rows) =>
            new(connection, Graph.Find(line.Revision) ?? new Revision(line.Revision), line.Direction, rows)
            {
                IsStamp = true,
            };

        /// <summary>The hash of a revision's file; nothing for one that has none.</summary>
        public string HashOf(string id) =>
            Scripts.FirstOrDefault(script => script.Revision.Id == id)?.ContentHash ?? "";
    }
}
