using System.Runtime.ExceptionServices;

namespace Retort.Migrations;

/// <summary>
/// Runs revisions, each in one transaction with its version rows and its line of history, or all in one. One that does not fit into a
/// transaction runs part by part; each part that is done is in the journal, and the version rows change with the last one.
/// </summary>
internal sealed class StepRunner(
    MigrationContext context,
    Engine engine,
    DatabaseLock taken,
    IReadOnlyList<string> rows
)
{
    private readonly Connection _connection = context.Connection;
    private readonly List<AppliedRevision> _applied = [];
    private readonly List<AppliedRevision> _uncommitted = [];
    private IReadOnlyList<string> _rows = rows;
    private bool _joinsNext;
    private IReadOnlyList<PartLine>? _begun;
    private HashSet<string>? _violations;

    /// <summary>What has run, and lasts.</summary>
    public IReadOnlyList<AppliedRevision> Applied => _applied;

    /// <summary>The version rows as they last.</summary>
    public IReadOnlyList<string> Rows { get; private set; } = rows;

    private TransactionMode Mode => context.Options.Transactions;

    private TimeProvider Clock => engine.Options.TimeProvider;

    private DdlCompiler Ddl => _connection.Dialect.Ddl;

    /// <summary>Runs revisions, or what is left to do of them.</summary>
    /// <exception cref="MigrationFailedException">The revision failed; nothing of it remains but the parts that the error names.</exception>
    /// <exception cref="MigrationException">Somebody else changed the version rows, or the parts that are done are not those of the file; nothing was run.</exception>
    public async Task RunAsync(IReadOnlyList<PreparedStep> steps, CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            _joinsNext = Mode is TransactionMode.All && step != steps[^1];
            await RunAsync(step, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(PreparedStep step, CancellationToken cancellationToken)
    {
        context.Options.Progress?.Report(new RevisionStarted(step.Revision, step.Direction));
        var run = new StepRun(step, RevisionPart.Split(step, Mode, Ddl), Clock);
        try
        {
            await RunAsync(run, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await UndoAsync(Line(run, $"failed: {run.Place}{error.Message}")).ConfigureAwait(false);
            ExceptionDispatchInfo.Throw(Failure(run, error));
        }
        Count(step, run.Elapsed);
    }

    private async Task RunAsync(StepRun run, CancellationToken cancellationToken)
    {
        _begun ??= await context.History.PartsAsync(null, cancellationToken).ConfigureAwait(false);
        run.Open(context.History, _rows, _begun, Ddl);
        while (run.Current is { } part)
        {
            if (run.HasSeveral)
                context.Options.Progress?.Report(run.Started(Ddl));
            await taken.RequireAsync(cancellationToken).ConfigureAwait(false);
            await RunAsync(run, part, cancellationToken).ConfigureAwait(false);
            run.Advance();
        }
    }

    private Task RunAsync(StepRun run, RevisionPart part, CancellationToken cancellationToken) =>
        part switch
        {
            { IsTransaction: true } => TransactAsync(
                run,
                () => WorkAsync(run, part, cancellationToken),
                cancellationToken
            ),
            { Work: [BatchWork batch] } => RunAsync(run, batch, cancellationToken),
            _ => OutsideAsync(run, part, cancellationToken),
        };

    /// <summary>
    /// A transaction with the version rows first: a runner that comes second finds out before it does any work. They change back where more
    /// parts follow.
    /// </summary>
    private async Task TransactAsync(StepRun run, Func<Task> work, CancellationToken cancellationToken)
    {
        if (!_connection.InTransaction)
            await _connection.BeginAsync(cancellationToken).ConfigureAwait(false);
        _violations ??= await ViolationsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var change in run.Step.RowChanges)
            await context.Versions.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
        if (run.HasSeveral)
            await run.Journal.RequireAsync(cancellationToken).ConfigureAwait(false);
        await work().ConfigureAwait(false);
        if (!run.IsLast)
            foreach (var change in run.Step.RowChanges.Reverse())
                await context.Versions.ApplyAsync(new(change.To, change.From), cancellationToken).ConfigureAwait(false);
        if (Mode is not TransactionMode.All || run.IsLast && !_joinsNext)
            await _connection.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task WorkAsync(StepRun run, RevisionPart part, CancellationToken cancellationToken)
    {
        await PartWork.RunAsync(_connection, part.Work, cancellationToken).ConfigureAwait(false);
        if (run.IsLast)
        {
            await context.History.AddAsync(Line(run, HistoryEntry.Done), cancellationToken).ConfigureAwait(false);
            await CallBackAsync(run.Step, cancellationToken).ConfigureAwait(false);
        }
        else
            await RecordAsync(run, PartState.Done, null, cancellationToken).ConfigureAwait(false);
        await RequireReferencesAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task RequireReferencesAsync(CancellationToken cancellationToken)
    {
        var violations = await ViolationsAsync(cancellationToken).ConfigureAwait(false);
        var added = violations.Except(_violations!).ToList();
        if (added.Count > 0)
            throw MigrationException.ForeignKeysViolated(added);
        _violations = violations;
    }

    private ValueTask CallBackAsync(PreparedStep step, CancellationToken cancellationToken)
    {
        var rows = RowChange.Apply(_rows, step.RowChanges);
        var applied = new VersionApplied(_connection, step.Revision, step.Direction, rows);
        return VersionCallback.RunAsync(context, applied, cancellationToken);
    }

    /// <summary>What the database does in transactions of its own, or in none.</summary>
    private async Task OutsideAsync(StepRun run, RevisionPart part, CancellationToken cancellationToken)
    {
        await RequireAsync(run, cancellationToken).ConfigureAwait(false);
        if (ConcurrentIndex.Of(_connection, part) is not { } index)
            await PartWork.RunAsync(_connection, part.Work, cancellationToken).ConfigureAwait(false);
        else if (!await WasDoneAsync(run, index, cancellationToken).ConfigureAwait(false))
        {
            await index.CleanAsync(cancellationToken).ConfigureAwait(false);
            await PartWork.RunAsync(_connection, part.Work, cancellationToken).ConfigureAwait(false);
        }
        await RecordAsync(run, PartState.Done, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether an earlier run ended between its work and the journal. An index that is as it is to be without having been begun is somebody else's.</summary>
    private async Task<bool> WasDoneAsync(StepRun run, ConcurrentIndex index, CancellationToken cancellationToken)
    {
        var done = await index.IsDoneAsync(cancellationToken).ConfigureAwait(false);
        if (!done)
            await RecordAsync(run, PartState.Begun, null, cancellationToken).ConfigureAwait(false);
        return done && run.Journal.Current is not null;
    }

    private async Task RunAsync(StepRun run, BatchWork batch, CancellationToken cancellationToken)
    {
        var ranges = new RowRanges(_connection, batch);
        var progress = new BatchProgress(context.Options.Progress, Clock, run.Step.Revision, batch.Table);
        var after = run.Journal.Current?.Key;
        if (after is null)
            await ranges.RequireKeysAsync(cancellationToken).ConfigureAwait(false);
        while (await ranges.NextEndAsync(after, cancellationToken).ConfigureAwait(false) is { } end)
        {
            await taken.RequireAsync(cancellationToken).ConfigureAwait(false);
            await TransactAsync(run, () => ChangeAsync(end), cancellationToken).ConfigureAwait(false);
            after = end;
        }
        progress.Finish();
        await TransactAsync(
                run,
                () => RecordAsync(run, PartState.Done, null, cancellationToken).AsTask(),
                cancellationToken
            )
            .ConfigureAwait(false);

        async Task ChangeAsync(string end)
        {
            var changed = await ranges.ChangeAsync(after, end, cancellationToken).ConfigureAwait(false);
            await RecordAsync(run, PartState.UpTo, end, cancellationToken).ConfigureAwait(false);
            progress.Add(changed, end);
        }
    }

    /// <summary>Makes sure, where no transaction can, that nobody else is at this revision.</summary>
    private async Task RequireAsync(StepRun run, CancellationToken cancellationToken)
    {
        foreach (var change in run.Step.RowChanges)
            await context.Versions.RequireAsync(change, cancellationToken).ConfigureAwait(false);
        await run.Journal.RequireAsync(cancellationToken).ConfigureAwait(false);
    }

    private ValueTask RecordAsync(StepRun run, PartState state, string? key, CancellationToken cancellationToken) =>
        run.Journal.RecordAsync(Line(run, ""), state, key, cancellationToken);

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

    private Exception Failure(StepRun run, Exception error) =>
        error is MigrationException { IsAboutRevision: false } or OperationCanceledException
            ? error
            : MigrationFailedException.Ran(run, Failed, error);

    private FailedRun Failed =>
        new(engine.Description, Rows, Applied, _uncommitted) { IsOneTransaction = Mode is TransactionMode.All };

    private HistoryEntry Line(StepRun run, string outcome) =>
        new(
            run.Step.Revision.Id,
            run.Step.Direction,
            context.Options.Who,
            run.At,
            run.Elapsed,
            MigrationOptions.ToolVersion,
            run.Step.ContentHash,
            outcome
        );

    /// <summary>A revision has run. Where it shares its transaction with the next one, it does not last yet.</summary>
    private void Count(PreparedStep step, TimeSpan elapsed)
    {
        _rows = RowChange.Apply(_rows, step.RowChanges);
        _uncommitted.Add(new(step.Revision, step.Direction, elapsed));
        if (_connection.InTransaction)
            return;
        Rows = _rows;
        foreach (var each in _uncommitted)
        {
            _applied.Add(each);
            context.Options.Progress?.Report(new RevisionFinished(each.Revision, each.Direction, each.Elapsed));
        }
        _uncommitted.Clear();
    }
}
