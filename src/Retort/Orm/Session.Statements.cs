using System.Runtime.CompilerServices;

namespace Retort;

/// <content>Reading, and statements.</content>
public sealed partial class Session
{
    /// <summary>The object of a key: the session's own where it has it, else read from the database; null where there is no such row.</summary>
    /// <exception cref="ArgumentException">The key has another type than the table's.</exception>
    public E? Get<E>(Key key)
        where E : class, ITableModel<E>
    {
        using var use = Enter();
        return Io.Complete(Tracker.Of<E>().GetAsync(this, [key], CancellationToken.None));
    }

    /// <summary>The object of a key of two columns, in the order of the key; null where there is no such row.</summary>
    /// <exception cref="ArgumentException">The key has other types than the table's.</exception>
    public E? Get<E>(Key first, Key second)
        where E : class, ITableModel<E>
    {
        using var use = Enter();
        return Io.Complete(Tracker.Of<E>().GetAsync(this, [first, second], CancellationToken.None));
    }

    /// <inheritdoc cref="Get{E}(Key)" />
    public async Task<E?> GetAsync<E>(Key key, CancellationToken cancellationToken = default)
        where E : class, ITableModel<E>
    {
        using var use = Enter(synchronous: false);
        return await Tracker.Of<E>().GetAsync(this, [key], cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="Get{E}(Key, Key)" />
    public async Task<E?> GetAsync<E>(Key first, Key second, CancellationToken cancellationToken = default)
        where E : class, ITableModel<E>
    {
        using var use = Enter(synchronous: false);
        return await Tracker.Of<E>().GetAsync(this, [first, second], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the object's row again; changes of the object that were not flushed are lost.</summary>
    /// <exception cref="SessionException">The object does not belong to the session, or has no row yet.</exception>
    /// <exception cref="StaleDataException">The row is not there any more.</exception>
    public void Refresh<E>(E entity)
        where E : class, ITableModel<E>
    {
        ArgumentNullException.ThrowIfNull(entity);
        using var use = Enter();
        Io.Complete(Tracker.Of<E>().RefreshAsync(this, entity, CancellationToken.None));
    }

    /// <inheritdoc cref="Refresh" />
    public async Task RefreshAsync<E>(E entity, CancellationToken cancellationToken = default)
        where E : class, ITableModel<E>
    {
        ArgumentNullException.ThrowIfNull(entity);
        using var use = Enter(synchronous: false);
        await Tracker.Of<E>().RefreshAsync(this, entity, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows of a query. Nothing is sent yet: a method of the result reads them.</summary>
    public Rows<R> Exec<R>(Query<R> query) => new(this, query);

    /// <summary>Runs a command at once, within the transaction, which it begins if need be; what was changed in the session is flushed before.</summary>
    /// <returns>How many rows it inserted, updated or deleted.</returns>
    /// <exception cref="DatabaseException">The database refused it.</exception>
    public int Exec(TypedCommand command)
    {
        using var use = Enter();
        return Io.Complete(ExecuteAsync(command.Statement, CancellationToken.None));
    }

    /// <inheritdoc cref="Exec(TypedCommand)" />
    public async Task<int> ExecAsync(TypedCommand command, CancellationToken cancellationToken = default)
    {
        using var use = Enter(synchronous: false);
        return await ExecuteAsync(command.Statement, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Text is no statement.</summary>
    [Obsolete(Misuse.NoText, error: true)]
    [OverloadResolutionPriority(-1)]
    public int Exec(string sql) => throw new NotSupportedException(sql);

    /// <summary>Text is no query.</summary>
    [Obsolete(Misuse.NoText, error: true)]
    [OverloadResolutionPriority(-1)]
    public Rows<R> Exec<R>(string sql) => throw new NotSupportedException(sql);

    /// <summary>Opens a query's result; what it would miss is flushed before.</summary>
    internal async ValueTask<SessionReader> ReadAsync(
        SelectStatement select,
        bool tracked,
        CancellationToken cancellationToken
    )
    {
        if (Tracker.NeedsFlush(select.From.Table))
            await FlushCoreAsync(cancellationToken).ConfigureAwait(false);
        if (tracked)
            Tracker.Expect(select.From.Table);
        var connection = await Connections.RentAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var command = connection.NewCommand(Engine.Dialect.NewCompiler().Compile(select));
            var rows = await connection
                .ReadAsync(command, tracked ? Tracker : null, ownsCommand: true, cancellationToken)
                .ConfigureAwait(false);
            return new SessionReader(Connections, connection, rows);
        }
        catch
        {
            await Connections.ReturnAsync(connection).ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask<int> ExecuteAsync(Command command, CancellationToken cancellationToken)
    {
        await FlushCoreAsync(cancellationToken).ConfigureAwait(false);
        var compiled = Engine.Dialect.NewCompiler().Compile(command);
        var rows = 0;
        await ChangeAsync(
                async connection =>
                    rows = await connection.ExecuteAsync(compiled, cancellationToken).ConfigureAwait(false),
                cancellationToken
            )
            .ConfigureAwait(false);
        Tracker.MarkStale(command.Target);
        return rows;
    }
}
