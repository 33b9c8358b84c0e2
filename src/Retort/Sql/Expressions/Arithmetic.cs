using System.Numerics;

namespace Retort;

/// <summary>Arithmetic of numeric expressions.</summary>
public static class Arithmetic
{
    extension<T>(Expr<T>)
        where T : struct, INumber<T>
    {
        /// <summary>The sum.</summary>
        public static Expr<T> operator +(Expr<T> left, T right) => Node<T>(left.Node, BinaryOperator.Add, right);

        /// <summary>The difference.</summary>
        public static Expr<T> operator -(Expr<T> left, T right) => Node<T>(left.Node, BinaryOperator.Subtract, right);

        /// <summary>The product.</summary>
        public static Expr<T> operator *(Expr<T> left, T right) => Node<T>(left.Node, BinaryOperator.Multiply, right);
    }

    extension<T>(Expr<T?>)
        where T : struct, INumber<T>
    {
        /// <summary>The sum; NULL where the column is.</summary>
        public static Expr<T?> operator +(Expr<T?> left, T right) => Node<T?>(left.Node, BinaryOperator.Add, right);

        /// <summary>The difference; NULL where the column is.</summary>
        public static Expr<T?> operator -(Expr<T?> left, T right) =>
            Node<T?>(left.Node, BinaryOperator.Subtract, right);

        /// <summary>The product; NULL where the column is.</summary>
        public static Expr<T?> operator *(Expr<T?> left, T right) =>
            Node<T?>(left.Node, BinaryOperator.Multiply, right);
    }

    private static Expr<T> Node<T>(SqlNode left, BinaryOperator @operator, object right) =>
        new(new BinaryNode(left, @operator, left.Parameter(right)));
}
