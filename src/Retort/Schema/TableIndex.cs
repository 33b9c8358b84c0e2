namespace Retort;

/// <summary>An index of a table.</summary>
/// <param name="Name">The name; null until a <see cref="NamingConvention"/> gives one.</param>
/// <param name="Elements">What is indexed, in order.</param>
public sealed record TableIndex(string? Name, ValueList<IndexElement> Elements) : ITableElement
{
    /// <summary>Whether no two rows have equal values.</summary>
    public bool Unique { get; init; }

    /// <summary>The condition of the rows that are indexed, in SQL; null: all rows.</summary>
    public string? Where { get; init; }

    /// <summary>The method, such as <c>gin</c>; null: the database's usual one, a B-tree.</summary>
    public string? Method { get; init; }

    /// <summary>Columns that are carried along without ordering by them.</summary>
    public ValueList<string> Include { get; init; }

    /// <summary>Whether two NULLs are equal, in a unique index.</summary>
    public bool NullsNotDistinct { get; init; }

    /// <summary>Storage options as they stand behind WITH, such as <c>fillfactor=70</c>; null: none.</summary>
    public string? Storage { get; init; }

    /// <summary>The tablespace; null: the default one.</summary>
    public string? Tablespace { get; init; }

    /// <summary>What people are told about it; kept in the database where it keeps comments.</summary>
    public string? Comment { get; init; }

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
    /// <summary>Where NULLs stand; null: where the database puts them in this order.</summary>
    public NullsOrder? Nulls { get; init; }

    /// <summary>The collation by name; null: the column's own.</summary>
    public string? Collation { get; init; }

    /// <summary>The operator class by name, such as <c>text_pattern_ops</c>; null: the type's usual one.</summary>
    public string? OperatorClass { get; init; }

    /// <summary>A column, ascending.</summary>
    public static implicit operator IndexElement(string column) => new(column);

    /// <summary>An expression, ascending.</summary>
    public static implicit operator IndexElement(SqlFragment expression) => new(expression.Text, IsExpression: true);

    /// <inheritdoc />
    public override string ToString() => Descending ? $"{Text} DESC" : Text;
}

/// <summary>Where NULLs stand among the values of an index.</summary>
public enum NullsOrder
{
    /// <summary>In front.</summary>
    First,

    /// <summary>Behind.</summary>
    Last,
}
