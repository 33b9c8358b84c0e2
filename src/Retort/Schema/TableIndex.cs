namespace Retort;

/// <summary>An index of a table.</summary>
/// <param name="Name">The name; null until a <see cref="NamingConvention"/> gives one.</param>
/// <param name="Elements">What is indexed, in order.</param>
public sealed record TableIndex(string? Name, ValueList<IndexElement> Elements)
{
    /// <summary>Whether no two rows have equal values.</summary>
    public bool Unique { get; init; }

    /// <summary>The condition of the rows that are indexed, in SQL; null: all rows.</summary>
    public string? Where { get; init; }

    /// <summary>An index on columns, ascending.</summary>
    public static TableIndex On(string? name, params ReadOnlySpan<string> columns)
    {
        var elements = new IndexElement[columns.Length];
        for (var i = 0; i < columns.Length; i++)
            elements[i] = columns[i];
        return new TableIndex(name, [.. elements]);
    }
}

/// <summary>A column or an SQL expression that an index orders by.</summary>
/// <param name="Text">The column's name, or the expression.</param>
/// <param name="IsExpression">Whether <paramref name="Text"/> is an SQL expression.</param>
/// <param name="Descending">Whether the order is descending.</param>
public readonly record struct IndexElement(string Text, bool IsExpression = false, bool Descending = false)
{
    /// <summary>A column, ascending.</summary>
    public static implicit operator IndexElement(string column) => new(column);

    /// <summary>An expression, ascending.</summary>
    public static implicit operator IndexElement(SqlFragment expression) => new(expression.Text, IsExpression: true);

    /// <inheritdoc />
    public override string ToString() => Descending ? $"{Text} DESC" : Text;
}
