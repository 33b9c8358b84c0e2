using System.Diagnostics;

namespace Retort;

public partial class SqlCompiler
{
    /// <summary>Writes an expression.</summary>
    /// <exception cref="UnreachableException">A node of no known kind.</exception>
    protected void Visit(SqlNode node)
    {
        switch (node)
        {
            case ColumnNode column:
                Column(column);
                break;
            case ParameterNode parameter:
                Parameter(parameter);
                break;
            case ServerValueNode value:
                ServerValue(value);
                break;
            case BinaryNode binary:
                Binary(binary);
                break;
            case NotNode not:
                Not(not);
                break;
            case NullTestNode test:
                NullTest(test);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>A column, behind its table's alias in a SELECT.</summary>
    protected virtual void Column(ColumnNode column)
    {
        if (_aliased)
            Writer.Write($"{Alias(column.Source)}.");
        Writer.Write(new Name(column.Column.Name));
    }

    /// <summary>A value.</summary>
    protected virtual void Parameter(ParameterNode parameter) => Writer.Bind(parameter);

    /// <summary>SQL, the current time, or a literal.</summary>
    private void ServerValue(ServerValueNode node)
    {
        if (node.Value is SqlFragment fragment)
            Writer.Write(new RawSql(fragment.Text));
        else if (node.Value is SqlValue.Now)
            Writer.Write(new RawSql(syntax.Now));
        else
            Writer.LiteralOperand(node.Value);
    }

    /// <summary>An operator, with parentheses around what binds less.</summary>
    protected virtual void Binary(BinaryNode binary)
    {
        Operand(binary.Left, binary.Operator);
        Writer.Write(new RawSql(Symbol(binary.Operator)));
        Operand(binary.Right, binary.Operator);
    }

    /// <summary>NOT.</summary>
    protected virtual void Not(NotNode not)
    {
        Writer.Write("NOT ");
        Parenthesised(not.Operand, not.Operand is BinaryNode or NullTestNode or NotNode);
    }

    /// <summary>IS NULL.</summary>
    protected virtual void NullTest(NullTestNode test)
    {
        Parenthesised(test.Operand, test.Operand is BinaryNode or NullTestNode or NotNode);
        Writer.Write(new RawSql(test.Negated ? " IS NOT NULL" : " IS NULL"));
    }

    private static string Symbol(BinaryOperator @operator) =>
        @operator switch
        {
            BinaryOperator.Or => " OR ",
            BinaryOperator.And => " AND ",
            BinaryOperator.Equal => " = ",
            BinaryOperator.NotEqual => " <> ",
            BinaryOperator.Less => " < ",
            BinaryOperator.LessOrEqual => " <= ",
            BinaryOperator.Greater => " > ",
            BinaryOperator.GreaterOrEqual => " >= ",
            BinaryOperator.Add => " + ",
            BinaryOperator.Subtract => " - ",
            BinaryOperator.Multiply => " * ",
            _ => throw new UnreachableException(),
        };

    /// <summary>An operand of AND and OR needs none around comparisons and its own kind; everything else that is compound gets parentheses.</summary>
    private void Operand(SqlNode node, BinaryOperator within) =>
        Parenthesised(
            node,
            node switch
            {
                BinaryNode { Operator: BinaryOperator.Or } => within is not BinaryOperator.Or,
                BinaryNode { Operator: BinaryOperator.And } => within is not BinaryOperator.And,
                BinaryNode or NullTestNode or NotNode => within is not (BinaryOperator.And or BinaryOperator.Or),
                _ => false,
            }
        );

    private void Parenthesised(SqlNode node, bool needed)
    {
        if (needed)
            Writer.Write("(");
        Visit(node);
        if (needed)
            Writer.Write(")");
    }
}
