using System.Runtime.ExceptionServices;

namespace Retort.Migrations;

/// <summary>Runs revisions, each in one transaction with its version rows and its line of history.</summary>
internal sealed class StepRunner(MigrationContext context, Engine engine, IReadOnlyList<string> rows)
{
    private readonly Connection _connection = context.Connection;
    private readonly SortedSet<string> _rows = new(rows, StringComparer.Ordinal);
    private readonly List<AppliedRevision> _applied = [];
    private HashSet<string>? _violations;

    /// <summary>What has run.</summary>
    public IReadOnlyList<AppliedRevision> Applied => _applied;

    /// <summary>The version rows now.</summary>
    public IReadOnlyList<string> Rows => [.. _rows];

    private TimeProvider Clock => engine.Options.TimeProvider;

    /// <summary>Runs one revision.</summary>
    /// <exception cref="MigrationFailedException">The revision failed; nothing of it remains.</exception>
    /// <exception cref="MigrationException">Somebody else changed the version rows; nothing of the revision remains.</exception>
    public async Task RunAsync(PreparedStep step, CancellationToken cancellationToken)
    {
        context.Options.Progress?.Report(new RevisionStarted(step.Revision, step.Direction));
        var at = Clock.GetUtcNow();
        var started = Clock.GetTimestamp();
        try
        {
            await _connection.BeginAsync(cancellationToken).ConfigureAwait(false);
            await WorkAsync(step, cancellationToken).ConfigureAwait(false);
            await context
                .History.AddAsync(Entry(step, at, Clock.GetElapsedTime(started), HistoryEntry.Done), cancellationToken)
                .ConfigureAwait(false);
            await _connection.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await UndoAsync(Entry(step, at, Clock.GetElapsedTime(started), $"failed: {error.Message}"))
                .ConfigureAwait(false);
            ExceptionDispatchInfo.Throw(Failure(step, error));
        }
        Count(step, Clock.GetElapsedTime(started));
    }

    /// <summary>The version rows first: a runner that comes second finds out before it does any work.</summary>
    private async Task WorkAsync(PreparedStep step, CancellationToken cancellationToken)
    {
        _violations ??= await ViolationsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var change in step.RowChanges)
            await context.Versions.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
        await SchemaChanger.ExecuteAsync(_connection, step.Changes, cancellationToken).ConfigureAwait(false);
        var violations = await ViolationsAsync(cancellationToken).ConfigureAwait(false);
        var added = violations.Except(_violations).ToList();
        if (added.Count > 0)
            throw MigrationException.ForeignKeysViolated(added);
        _violations = violations;
    }

    private async ValueTask<HashSet<string>> ViolationsAsync(CancellationToken cancellationToken) =>
        [
            .. await _connection
                .Dialect.ForeignKeyViolationsAsync(_connection.QueryAsync, cancellationToken)
                .ConfigureAwait(false),
        ];

    /// <summary>Rolls back and records the failure. What fails here would hide the error that is about to be thrown.</summary>
    private async Task UndoAsync(HistoryEntry failure)
    {
        try
        {
            if (_connection.InTransaction)
                await _connection.RollbackAsync().ConfigureAwait(false);
        }
        catch (DatabaseException) { } // a full disk, for one: the database has rolled back by itself
        try
        {
            await context.History.AddAsync(failure).ConfigureAwait(false);
        }
        catch (DatabaseException) { } // the database takes no more writes
    }

    private Exception Failure(PreparedStep step, Exception error) =>
        error is MigrationException { IsAboutRevision: false } or OperationCanceledException
            ? error
            : MigrationFailedException.Ran(step, engine.Description, Rows, Applied, error);

    private HistoryEntry Entry(PreparedStep step, DateTimeOffset at, TimeSpan elapsed, string outcome) =>
        new(
            step.Revision.Id,
            step.Direction,
            context.Options.Who,
            at,
            elapsed,
            MigrationOptions.ToolVersion,
            step.ContentHash,
            outcome
        );

    private void Count(PreparedStep step, TimeSpan elapsed)
    {
        foreach (var change in step.RowChanges)
        {
            if (change.From is { } from)
                _rows.Remove(from);
            if (change.To is { } to)
                _rows.Add(to);
        }
        _applied.Add(new(step.Revision, step.Direction, elapsed));
        context.Options.Progress?.Report(new RevisionFinished(step.Revision, step.Direction, elapsed));
    }
}
