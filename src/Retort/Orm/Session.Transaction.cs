namespace Retort;

/// <content>The transaction: begun by the first change, ended by a commit or a rollback.</content>
public sealed partial class Session
{
    private static readonly Name Savepoint = new("retort_change");

    internal async ValueTask FlushCoreAsync(CancellationToken cancellationToken)
    {
        if (UnitOfWork.Collect(Tracker) is not { } work)
            return;
        try
        {
            await ChangeAsync(connection => work.RunAsync(connection, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
        catch
        {
            work.Undo();
            throw;
        }
        work.Accept(Tracker);
    }

    private async ValueTask CommitCoreAsync(CancellationToken cancellationToken)
    {
        await FlushCoreAsync(cancellationToken).ConfigureAwait(false);
        if (!Connections.InTransaction)
            return;
        try
        {
            await Connections.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Tracker.RolledBack();
            throw;
        }
        Tracker.Committed();
    }

    private async ValueTask RollbackCoreAsync()
    {
        await Connections.EndAsync().ConfigureAwait(false);
        Tracker.RolledBack();
    }

    /// <summary>Changes the database within the transaction; when that fails, what was done in it before stays.</summary>
    private async ValueTask ChangeAsync(Func<Connection, ValueTask> change, CancellationToken cancellationToken)
    {
        if (Connections.InTransaction)
            await ChangeFurtherAsync(change, cancellationToken).ConfigureAwait(false);
        else
            await ChangeFirstAsync(change, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask ChangeFirstAsync(Func<Connection, ValueTask> change, CancellationToken cancellationToken)
    {
        await Connections.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await change(await Connections.RentAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
            Tracker.Begun();
        }
        finally
        {
            if (!Tracker.InTransaction)
                await Connections.EndAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask ChangeFurtherAsync(Func<Connection, ValueTask> change, CancellationToken cancellationToken)
    {
        var connection = await Connections.RentAsync(cancellationToken).ConfigureAwait(false);
        await connection.SaveAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        try
        {
            await change(connection).ConfigureAwait(false);
            await connection.ReleaseAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await UndoAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Goes back to the savepoint; where the database has ended the transaction itself, all of it is undone.</summary>
    private async ValueTask UndoAsync(Connection connection)
    {
        try
        {
            await connection.RollbackToAsync(Savepoint, CancellationToken.None).ConfigureAwait(false);
        }
        catch (DatabaseException)
        {
            await RollbackCoreAsync().ConfigureAwait(false);
        }
    }
}
