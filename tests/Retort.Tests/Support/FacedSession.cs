namespace Retort.Tests;

/// <summary>The two ways to call a session.</summary>
public enum Face
{
    Blocking,
    Awaited,
}

/// <summary>Both ways, for theories: whatever a session does, it does the same on both.</summary>
public sealed class Faces : TheoryData<Face>
{
    public Faces() => AddRange(Face.Blocking, Face.Awaited);
}

/// <summary>A session of which each call takes one face.</summary>
public sealed class FacedSession(Session session, Face face) : IAsyncDisposable
{
    public Session Session => session;

    private bool Blocking => face is Face.Blocking;

    public void Add<E>(params IEnumerable<E> entities)
        where E : class, ITableModel<E> => session.AddAll(entities);

    public void Delete<E>(E entity)
        where E : class, ITableModel<E> => session.Delete(entity);

    public async Task Flush()
    {
        if (Blocking)
            session.Flush();
        else
            await session.FlushAsync(TestContext.Current.CancellationToken);
    }

    public async Task Commit()
    {
        if (Blocking)
            session.Commit();
        else
            await session.CommitAsync(TestContext.Current.CancellationToken);
    }

    public async Task Rollback()
    {
        if (Blocking)
            session.Rollback();
        else
            await session.RollbackAsync(TestContext.Current.CancellationToken);
    }

    public async Task Refresh<E>(E entity)
        where E : class, ITableModel<E>
    {
        if (Blocking)
            session.Refresh(entity);
        else
            await session.RefreshAsync(entity, TestContext.Current.CancellationToken);
    }

    public async Task<E?> Get<E>(Key key)
        where E : class, ITableModel<E> =>
        Blocking ? session.Get<E>(key) : await session.GetAsync<E>(key, TestContext.Current.CancellationToken);

    public async Task<E?> Get<E>(Key first, Key second)
        where E : class, ITableModel<E> =>
        Blocking
            ? session.Get<E>(first, second)
            : await session.GetAsync<E>(first, second, TestContext.Current.CancellationToken);

    public async Task<List<R>> List<R>(Query<R> query) =>
        Blocking
            ? session.Exec(query).ToList()
            : await session.Exec(query).ToListAsync(TestContext.Current.CancellationToken);

    public async Task<R?> First<R>(Query<R> query) =>
        Blocking
            ? session.Exec(query).FirstOrDefault()
            : await session.Exec(query).FirstOrDefaultAsync(TestContext.Current.CancellationToken);

    public async Task<R> Single<R>(Query<R> query) =>
        Blocking
            ? session.Exec(query).Single()
            : await session.Exec(query).SingleAsync(TestContext.Current.CancellationToken);

    public async Task<R?> SingleOrDefault<R>(Query<R> query) =>
        Blocking
            ? session.Exec(query).SingleOrDefault()
            : await session.Exec(query).SingleOrDefaultAsync(TestContext.Current.CancellationToken);

    public async Task<int> Exec(TypedCommand command) =>
        Blocking ? session.Exec(command) : await session.ExecAsync(command, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (Blocking)
            session.Dispose();
        else
            await session.DisposeAsync();
    }
}
