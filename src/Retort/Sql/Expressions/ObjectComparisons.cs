namespace Retort;

/// <summary>Comparisons of columns that are objects other than strings; a class of its own, because two extension blocks that differ in a constraint only would define one method twice.</summary>
public static class ObjectComparisons
{
    extension<T>(Expr<T>)
        where T : class?
    {
        /// <summary>Equal.</summary>
        public static Expr<bool> operator ==(Expr<T> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.Equal, right.Node);

        /// <summary>Not equal.</summary>
        public static Expr<bool> operator !=(Expr<T> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.NotEqual, right.Node);

        /// <summary>Less.</summary>
        public static Expr<bool> operator <(Expr<T> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.Less, right.Node);

        /// <summary>Greater.</summary>
        public static Expr<bool> operator >(Expr<T> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.Greater, right.Node);

        /// <summary>Less or equal.</summary>
        public static Expr<bool> operator <=(Expr<T> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.LessOrEqual, right.Node);

        /// <summary>Greater or equal.</summary>
        public static Expr<bool> operator >=(Expr<T> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.GreaterOrEqual, right.Node);
    }

    private static Expr<bool> Node(SqlNode left, BinaryOperator @operator, SqlNode right) =>
        new(new BinaryNode(left, @operator, right));
}
