namespace Retort;

/// <summary>A typed SQL expression; <c>Expr&lt;bool&gt;</c> is a condition.</summary>
/// <remarks>
/// Comparisons with a value stand here, those between two expressions in <see cref="Comparisons"/>: in the struct they would
/// forbid <c>string</c> against <c>string?</c>. Three-valued logic is SQL's; a variable that is null makes IS NULL.
/// </remarks>
public readonly struct Expr<T>(SqlNode node) : IColumn<T>
{
    /// <summary>What the compiler writes.</summary>
    public SqlNode Node { get; } = node;

    /// <summary>Equal; IS NULL where the value is null.</summary>
    public static Expr<bool> operator ==(Expr<T> left, T right) => Equal(left, right);

    /// <summary>Not equal; IS NOT NULL where the value is null.</summary>
    public static Expr<bool> operator !=(Expr<T> left, T right) => NotEqual(left, right);

    /// <summary>Equal; IS NULL where the value is null.</summary>
    public static Expr<bool> operator ==(T left, Expr<T> right) => Equal(right, left);

    /// <summary>Not equal; IS NOT NULL where the value is null.</summary>
    public static Expr<bool> operator !=(T left, Expr<T> right) => NotEqual(right, left);

    /// <summary>Less.</summary>
    public static Expr<bool> operator <(Expr<T> left, T right) => left.With(BinaryOperator.Less, right);

    /// <summary>Greater.</summary>
    public static Expr<bool> operator >(Expr<T> left, T right) => left.With(BinaryOperator.Greater, right);

    /// <summary>Less or equal.</summary>
    public static Expr<bool> operator <=(Expr<T> left, T right) => left.With(BinaryOperator.LessOrEqual, right);

    /// <summary>Greater or equal.</summary>
    public static Expr<bool> operator >=(Expr<T> left, T right) => left.With(BinaryOperator.GreaterOrEqual, right);

    /// <summary>Less.</summary>
    public static Expr<bool> operator <(T left, Expr<T> right) => right.With(BinaryOperator.Greater, left);

    /// <summary>Greater.</summary>
    public static Expr<bool> operator >(T left, Expr<T> right) => right.With(BinaryOperator.Less, left);

    /// <summary>Less or equal.</summary>
    public static Expr<bool> operator <=(T left, Expr<T> right) => right.With(BinaryOperator.GreaterOrEqual, left);

    /// <summary>Greater or equal.</summary>
    public static Expr<bool> operator >=(T left, Expr<T> right) => right.With(BinaryOperator.LessOrEqual, left);

    /// <summary>Orders by the expression, ascending.</summary>
    public static implicit operator Term(Expr<T> expression) => new(expression.Node);

    /// <summary>Orders ascending.</summary>
    public Term Asc() => new(Node);

    /// <summary>Orders descending.</summary>
    public Term Desc() => new(Node, Descending: true);

    /// <summary>Whether both are the same node; <c>==</c> builds SQL instead.</summary>
    public override bool Equals(object? obj) => obj is Expr<T> other && ReferenceEquals(Node, other.Node);

    /// <inheritdoc />
    public override int GetHashCode() => Node.GetHashCode();

    internal Expr<bool> With(BinaryOperator @operator, T value) =>
        new(new BinaryNode(Node, @operator, Node.Parameter(value)));

    private static Expr<bool> Equal(Expr<T> left, T right) =>
        right is null ? new(new NullTestNode(left.Node, negated: false)) : left.With(BinaryOperator.Equal, right);

    private static Expr<bool> NotEqual(Expr<T> left, T right) =>
        right is null ? new(new NullTestNode(left.Node, negated: true)) : left.With(BinaryOperator.NotEqual, right);
}

/// <summary>An ordering term.</summary>
public readonly record struct Term(SqlNode Node, bool Descending = false)
{
    /// <summary>The opposite order.</summary>
    public Term Reverse() => this with { Descending = !Descending };
}
