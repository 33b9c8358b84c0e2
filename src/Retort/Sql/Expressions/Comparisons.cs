namespace Retort;

/// <summary>Comparisons between two expressions, for every pairing of nullable and not nullable that SQL allows.</summary>
/// <remarks>Each pairing is an extension block of its own, because C# wants one operand to be the extended type.</remarks>
public static class Comparisons
{
    extension<T>(Expr<T>)
        where T : struct
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

        /// <summary>Equal.</summary>
        public static Expr<bool> operator ==(Expr<T> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.Equal, right.Node);

        /// <summary>Not equal.</summary>
        public static Expr<bool> operator !=(Expr<T> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.NotEqual, right.Node);

        /// <summary>Less.</summary>
        public static Expr<bool> operator <(Expr<T> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.Less, right.Node);

        /// <summary>Greater.</summary>
        public static Expr<bool> operator >(Expr<T> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.Greater, right.Node);

        /// <summary>Less or equal.</summary>
        public static Expr<bool> operator <=(Expr<T> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.LessOrEqual, right.Node);

        /// <summary>Greater or equal.</summary>
        public static Expr<bool> operator >=(Expr<T> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.GreaterOrEqual, right.Node);

        /// <summary>Equal.</summary>
        public static Expr<bool> operator ==(Expr<T?> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.Equal, right.Node);

        /// <summary>Not equal.</summary>
        public static Expr<bool> operator !=(Expr<T?> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.NotEqual, right.Node);

        /// <summary>Less.</summary>
        public static Expr<bool> operator <(Expr<T?> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.Less, right.Node);

        /// <summary>Greater.</summary>
        public static Expr<bool> operator >(Expr<T?> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.Greater, right.Node);

        /// <summary>Less or equal.</summary>
        public static Expr<bool> operator <=(Expr<T?> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.LessOrEqual, right.Node);

        /// <summary>Greater or equal.</summary>
        public static Expr<bool> operator >=(Expr<T?> left, Expr<T> right) =>
            Node(left.Node, BinaryOperator.GreaterOrEqual, right.Node);
    }

    extension<T>(Expr<T?>)
        where T : struct
    {
        /// <summary>Equal.</summary>
        public static Expr<bool> operator ==(Expr<T?> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.Equal, right.Node);

        /// <summary>Not equal.</summary>
        public static Expr<bool> operator !=(Expr<T?> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.NotEqual, right.Node);

        /// <summary>Less.</summary>
        public static Expr<bool> operator <(Expr<T?> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.Less, right.Node);

        /// <summary>Greater.</summary>
        public static Expr<bool> operator >(Expr<T?> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.Greater, right.Node);

        /// <summary>Less or equal.</summary>
        public static Expr<bool> operator <=(Expr<T?> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.LessOrEqual, right.Node);

        /// <summary>Greater or equal.</summary>
        public static Expr<bool> operator >=(Expr<T?> left, Expr<T?> right) =>
            Node(left.Node, BinaryOperator.GreaterOrEqual, right.Node);
    }

#nullable disable annotations
    // Oblivious: takes Expr<string> and Expr<string?> alike.
    extension(Expr<string>)
    {
        /// <summary>Equal.</summary>
        public static Expr<bool> operator ==(Expr<string> left, Expr<string> right) =>
            Node(left.Node, BinaryOperator.Equal, right.Node);

        /// <summary>Not equal.</summary>
        public static Expr<bool> operator !=(Expr<string> left, Expr<string> right) =>
            Node(left.Node, BinaryOperator.NotEqual, right.Node);

        /// <summary>Less.</summary>
        public static Expr<bool> operator <(Expr<string> left, Expr<string> right) =>
            Node(left.Node, BinaryOperator.Less, right.Node);

        /// <summary>Greater.</summary>
        public static Expr<bool> operator >(Expr<string> left, Expr<string> right) =>
            Node(left.Node, BinaryOperator.Greater, right.Node);

        /// <summary>Less or equal.</summary>
        public static Expr<bool> operator <=(Expr<string> left, Expr<string> right) =>
            Node(left.Node, BinaryOperator.LessOrEqual, right.Node);

        /// <summary>Greater or equal.</summary>
        public static Expr<bool> operator >=(Expr<string> left, Expr<string> right) =>
            Node(left.Node, BinaryOperator.GreaterOrEqual, right.Node);
    }

#nullable restore annotations

    private static Expr<bool> Node(SqlNode left, BinaryOperator @operator, SqlNode right) =>
        new(new BinaryNode(left, @operator, right));
}
