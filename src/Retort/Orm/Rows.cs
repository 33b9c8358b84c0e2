using System.Collections;
using System.Runtime.CompilerServices;

namespace Retort;

/// <summary>The rows of a query in a session. Each method runs the query; enumerating reads all rows first, so that the session can be used meanwhile.</summary>
public sealed class Rows<R> : IEnumerable<R>
{
    private readonly Session _session;
    private readonly Query<R> _query;

    internal Rows(Session session, Query<R> query) => (_session, _query) = (session, query);

    /// <summary>All rows.</summary>
    /// <exception cref="DatabaseException">The database refused the query, or a flush before it.</exception>
    public List<R> ToList()
    {
        using var use = _session.Enter();
        return Io.Complete(ReadAsync(_query.Statement, CancellationToken.None));
    }

    /// <inheritdoc cref="ToList" />
    public async Task<List<R>> ToListAsync(CancellationToken cancellationToken = default)
    {
        using var use = _session.Enter(synchronous: false);
        return await ReadAsync(_query.Statement, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first row, or the type's default where there is none. The query is sent with LIMIT 1.</summary>
    public R? FirstOrDefault()
    {
        using var use = _session.Enter();
        return Io.Complete(FirstAsync(CancellationToken.None));
    }

    /// <inheritdoc cref="FirstOrDefault" />
    public async Task<R?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        using var use = _session.Enter(synchronous: false);
        return await FirstAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The only row.</summary>
    /// <exception cref="ResultCountException">There is none, or more than one.</exception>
    public R Single()
    {
        using var use = _session.Enter();
        return Io.Complete(SingleAsync(required: true, CancellationToken.None))!;
    }

    /// <inheritdoc cref="Single" />
    public async Task<R> SingleAsync(CancellationToken cancellationToken = default)
    {
        using var use = _session.Enter(synchronous: false);
        return (await SingleAsync(required: true, cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>The only row, or the type's default where there is none.</summary>
    /// <exception cref="ResultCountException">There is more than one.</exception>
    public R? SingleOrDefault()
    {
        using var use = _session.Enter();
        return Io.Complete(SingleAsync(required: false, CancellationToken.None));
    }

    /// <inheritdoc cref="SingleOrDefault" />
    public async Task<R?> SingleOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        using var use = _session.Enter(synchronous: false);
        return await SingleAsync(required: false, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rows one after the other, as they come from the database; none is kept here.</summary>
    public async IAsyncEnumerable<R> AsAsyncEnumerable(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var reader = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            while (await NextAsync(reader, cancellationToken).ConfigureAwait(false) is (true, var row))
                yield return row!;
    }

    /// <summary>Reads all rows and enumerates them.</summary>
    public IEnumerator<R> GetEnumerator() => ToList().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private async ValueTask<List<R>> ReadAsync(SelectStatement select, CancellationToken cancellationToken)
    {
        var reader = await _session.ReadAsync(select, _query.Tracked, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            var rows = new List<R>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                rows.Add(Current(reader));
            return rows;
        }
    }

    private async ValueTask<R?> FirstAsync(CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(AtMost(1), cancellationToken).ConfigureAwait(false);
        return rows.Count == 0 ? default : rows[0];
    }

    private async ValueTask<R?> SingleAsync(bool required, CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(AtMost(2), cancellationToken).ConfigureAwait(false);
        return rows.Count switch
        {
            1 => rows[0],
            0 when !required => default,
            0 => throw ResultCountException.None(),
            _ => throw ResultCountException.Several(),
        };
    }

    private async ValueTask<SessionReader> OpenAsync(CancellationToken cancellationToken)
    {
        using var use = _session.Enter(synchronous: false);
        return await _session.ReadAsync(_query.Statement, _query.Tracked, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<(bool Found, R? Row)> NextAsync(SessionReader reader, CancellationToken cancellationToken)
    {
        using var use = _session.Enter(synchronous: false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
            ? (true, Current(reader))
            : (false, default);
    }

    private SelectStatement AtMost(int count) =>
        _query.Statement with
        {
            Limit = Math.Min(_query.Statement.Limit ?? count, count),
        };

    private R Current(SessionReader reader)
    {
        var ordinal = 0;
        return _query.Projection.Read(reader.Row, ref ordinal);
    }
}
