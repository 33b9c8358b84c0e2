namespace Retort;

/// <summary>AND, OR and NOT of conditions.</summary>
public static class Conditions
{
    extension(Expr<bool>)
    {
        /// <summary>AND; written <c>&amp;&amp;</c>.</summary>
        public static Expr<bool> operator &(Expr<bool> left, Expr<bool> right) =>
            new(new BinaryNode(left.Node, BinaryOperator.And, right.Node));

        /// <summary>OR; written <c>||</c>.</summary>
        public static Expr<bool> operator |(Expr<bool> left, Expr<bool> right) =>
            new(new BinaryNode(left.Node, BinaryOperator.Or, right.Node));

        /// <summary>NOT.</summary>
        public static Expr<bool> operator !(Expr<bool> operand) => new(new NotNode(operand.Node));

        /// <summary>Always false, so that <c>||</c> evaluates both sides; SQL decides, not C#.</summary>
        public static bool operator true(Expr<bool> operand) => false;

        /// <summary>Always false, so that <c>&amp;&amp;</c> evaluates both sides; SQL decides, not C#.</summary>
        public static bool operator false(Expr<bool> operand) => false;
    }
}
