using System.Runtime.CompilerServices;

namespace Retort;

/// <summary>A statement that gives rows. Immutable; run by <c>session.Exec(query)</c>.</summary>
public abstract class Query<R>
{
    internal Query(SelectStatement statement, ISelectable<R> projection) =>
        (Statement, Projection) = (statement, projection);

    /// <summary>The statement.</summary>
    public SelectStatement Statement { get; }

    /// <summary>How a row is read.</summary>
    public ISelectable<R> Projection { get; }

    /// <summary>Whether objects that are read belong to the session.</summary>
    public bool Tracked { get; private protected init; } = true;
}

/// <summary>A query over the columns <typeparamref name="C"/>.</summary>
public sealed class Query<R, C> : Query<R>
    where C : struct, IColumns<C>
{
    private readonly C _columns;

    internal Query(SelectStatement statement, ISelectable<R> projection, C columns, bool tracked = true)
        : base(statement, projection) => (_columns, Tracked) = (columns, tracked);

    /// <summary>Only rows for which the condition holds, and those before.</summary>
    public Query<R, C> Where(Func<C, Expr<bool>> condition) =>
        With(Statement with { Where = Statement.Where.Add(condition(_columns).Node) });

    /// <summary>A C# condition is no SQL condition.</summary>
    [Obsolete(Misuse.NoCondition, error: true)]
    [OverloadResolutionPriority(-1)]
    public Query<R, C> Where(Func<C, bool> condition) => throw new NotSupportedException();

    /// <summary>Ordered by the term, behind those before.</summary>
    public Query<R, C> OrderBy(Func<C, Term> by) =>
        With(Statement with { OrderBy = Statement.OrderBy.Add(by(_columns)) });

    /// <summary>Ordered by the term, descending, behind those before.</summary>
    public Query<R, C> OrderByDescending(Func<C, Term> by) =>
        With(Statement with { OrderBy = Statement.OrderBy.Add(by(_columns).Reverse()) });

    /// <summary>The same as <see cref="OrderBy"/>, in the words of C# queries.</summary>
    public Query<R, C> ThenBy(Func<C, Term> by) => OrderBy(by);

    /// <summary>The same as <see cref="OrderByDescending"/>, in the words of C# queries.</summary>
    public Query<R, C> ThenByDescending(Func<C, Term> by) => OrderByDescending(by);

    /// <summary>At most so many rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Query<R, C> Limit(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(Statement with { Limit = count });
    }

    /// <summary>Skips so many rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public Query<R, C> Offset(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(Statement with { Offset = count });
    }

    /// <summary>The same rows as objects of their own: not in the session, not watched for changes.</summary>
    public Query<R, C> AsNoTracking() => new(Statement, Projection, _columns, tracked: false);

    private Query<R, C> With(SelectStatement statement) => new(statement, Projection, _columns, Tracked);
}
