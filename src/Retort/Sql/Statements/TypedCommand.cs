using System.Runtime.CompilerServices;

namespace Retort;

/// <summary>A command on a model's table, built with typed columns.</summary>
public abstract class TypedCommand
{
    private protected TypedCommand() { }

    /// <summary>The statement.</summary>
    public abstract Command Statement { get; }

    private protected static Assignment Assign<T>(IColumn<T> column, SqlNode value) =>
        column.Node is ColumnNode target
            ? new Assignment(target, value)
            : throw new ArgumentException(
                "Set assigns to a column of the table; this is an expression. Write Set(h => h.Age, …)."
            );

    private protected static Assignment Assign<T>(IColumn<T> column, T value) =>
        Assign(column, column.Node.Parameter(value));
}

/// <summary>An INSERT of one row by values.</summary>
public sealed class Insert<C> : TypedCommand
    where C : struct, IColumns<C>
{
    private readonly C _columns;
    private readonly InsertStatement _statement;

    internal Insert(InsertStatement statement, C columns) => (_statement, _columns) = (statement, columns);

    /// <inheritdoc />
    public override Command Statement => _statement;

    /// <summary>Gives a column a value.</summary>
    [OverloadResolutionPriority(1)] // else Set(x, null) is ambiguous
    public Insert<C> Set<T>(Func<C, IColumn<T>> column, T value) => With(Assign(column(_columns), value));

    private Insert<C> With(Assignment assignment) =>
        new(_statement with { Set = _statement.Set.Add(assignment) }, _columns);
}

/// <summary>An UPDATE of the rows for which a condition holds.</summary>
public sealed class Update<C> : TypedCommand
    where C : struct, IColumns<C>
{
    private readonly C _columns;
    private readonly UpdateStatement _statement;

    internal Update(UpdateStatement statement, C columns) => (_statement, _columns) = (statement, columns);

    /// <inheritdoc />
    public override Command Statement => _statement;

    /// <summary>Gives a column a value.</summary>
    [OverloadResolutionPriority(1)] // else Set(x, null) is ambiguous
    public Update<C> Set<T>(Func<C, IColumn<T>> column, T value) => With(Assign(column(_columns), value));

    /// <summary>Gives a column the value of an expression over the row as it is.</summary>
    public Update<C> Set<T>(Func<C, IColumn<T>> column, Func<C, Expr<T>> value) =>
        With(Assign(column(_columns), value(_columns).Node));

    /// <summary>Only rows for which the condition holds, and those before.</summary>
    public Update<C> Where(Func<C, Expr<bool>> condition) =>
        new(_statement with { Where = _statement.Where.Add(condition(_columns).Node) }, _columns);

    /// <summary>A C# condition is no SQL condition.</summary>
    [Obsolete(Misuse.NoCondition, error: true)]
    [OverloadResolutionPriority(-1)]
    public Update<C> Where(Func<C, bool> condition) => throw new NotSupportedException();

    private Update<C> With(Assignment assignment) =>
        new(_statement with { Set = _statement.Set.Add(assignment) }, _columns);
}

/// <summary>A DELETE of the rows for which a condition holds.</summary>
public sealed class Delete<C> : TypedCommand
    where C : struct, IColumns<C>
{
    private readonly C _columns;
    private readonly DeleteStatement _statement;

    internal Delete(DeleteStatement statement, C columns) => (_statement, _columns) = (statement, columns);

    /// <inheritdoc />
    public override Command Statement => _statement;

    /// <summary>Only rows for which the condition holds, and those before.</summary>
    public Delete<C> Where(Func<C, Expr<bool>> condition) =>
        new(_statement with { Where = _statement.Where.Add(condition(_columns).Node) }, _columns);

    /// <summary>A C# condition is no SQL condition.</summary>
    [Obsolete(Misuse.NoCondition, error: true)]
    [OverloadResolutionPriority(-1)]
    public Delete<C> Where(Func<C, bool> condition) => throw new NotSupportedException();
}
