namespace Retort;

/// <summary>
/// An expression in a statement. The cases are a closed family that <see cref="SqlCompiler"/> writes, one method each.
/// Nodes are immutable and compare by reference; only <see cref="Expr{T}"/> gives <c>==</c> its SQL meaning.
/// </summary>
public abstract class SqlNode
{
    private protected SqlNode() { }

    /// <summary>The column type of the value; null where only the C# type is known.</summary>
    public virtual SqlType? Type => null;

    /// <summary>A value that meets this expression, as a parameter of its type.</summary>
    internal virtual ParameterNode Parameter(object? value) => new(value, Type);
}

/// <summary>A column of a table that the statement names.</summary>
public class ColumnNode(Source source, ColumnSource column) : SqlNode
{
    /// <summary>Which occurrence of the table.</summary>
    public Source Source { get; } = source;

    /// <summary>The column.</summary>
    public ColumnSource Column { get; } = column;

    /// <inheritdoc />
    public sealed override SqlType Type => Column.Type;
}

/// <summary>A JSON column; values that meet it are written by the shape of the model's property.</summary>
internal sealed class JsonColumnNode<T>(Source source, ColumnSource column, JsonShape<T> shape)
    : ColumnNode(source, column)
{
    internal override ParameterNode Parameter(object? value) =>
        base.Parameter(value is T typed ? shape.ToText(typed) : value);
}

/// <summary>A column of arrays; lists that meet it are copied.</summary>
internal sealed class ArrayColumnNode<T>(Source source, ColumnSource column, JsonShape<List<T>> shape)
    : ColumnNode(source, column)
{
    internal override ParameterNode Parameter(object? value) =>
        base.Parameter(value is List<T> list ? new ArrayValue<T>(shape, [.. list]) : value);
}

/// <summary>A column whose values are converted; so are those that meet it.</summary>
internal sealed class ConvertedColumnNode<TModel, TColumn>(
    Source source,
    ColumnSource column,
    Func<TModel, TColumn> toColumn
) : ColumnNode(source, column)
    where TModel : notnull
    where TColumn : notnull
{
    internal override ParameterNode Parameter(object? value) =>
        base.Parameter(value is TModel typed ? toColumn(typed) : value);
}

/// <summary>A value, always sent as a parameter.</summary>
/// <param name="value">The value; null is NULL.</param>
/// <param name="type">The type of the column that it meets; null: by the value's C# type.</param>
public sealed class ParameterNode(object? value, SqlType? type) : SqlNode
{
    /// <summary>The value; null is NULL.</summary>
    public object? Value { get; } = value;

    /// <inheritdoc />
    public override SqlType? Type { get; } = type;
}

/// <summary>What the database is told to set a column to: SQL or a value that stands in the statement.</summary>
internal sealed class ServerValueNode(object value) : SqlNode
{
    /// <summary>An <see cref="SqlFragment"/>, an <see cref="SqlValue"/>, or a literal's value.</summary>
    public object Value { get; } = value;
}

/// <summary>An operator between two expressions.</summary>
public sealed class BinaryNode(SqlNode left, BinaryOperator @operator, SqlNode right) : SqlNode
{
    /// <summary>The left side.</summary>
    public SqlNode Left { get; } = left;

    /// <summary>The operator.</summary>
    public BinaryOperator Operator { get; } = @operator;

    /// <summary>The right side.</summary>
    public SqlNode Right { get; } = right;

    /// <inheritdoc />
    public override SqlType? Type => Operator >= BinaryOperator.Add ? Left.Type ?? Right.Type : null;
}

/// <summary>The operators between two expressions, from loosest to tightest binding.</summary>
public enum BinaryOperator
{
    /// <summary>OR.</summary>
    Or,

    /// <summary>AND.</summary>
    And,

    /// <summary>=</summary>
    Equal,

    /// <summary>&lt;&gt;</summary>
    NotEqual,

    /// <summary>&lt;</summary>
    Less,

    /// <summary>&lt;=</summary>
    LessOrEqual,

    /// <summary>&gt;</summary>
    Greater,

    /// <summary>&gt;=</summary>
    GreaterOrEqual,

    /// <summary>+</summary>
    Add,

    /// <summary>-</summary>
    Subtract,

    /// <summary>*</summary>
    Multiply,
}

/// <summary>NOT.</summary>
public sealed class NotNode(SqlNode operand) : SqlNode
{
    /// <summary>The condition that is negated.</summary>
    public SqlNode Operand { get; } = operand;
}

/// <summary>IS NULL or IS NOT NULL.</summary>
public sealed class NullTestNode(SqlNode operand, bool negated) : SqlNode
{
    /// <summary>What is tested.</summary>
    public SqlNode Operand { get; } = operand;

    /// <summary>Whether it is IS NOT NULL.</summary>
    public bool Negated { get; } = negated;
}
