namespace Retort;

/// <summary>One occurrence of a table in a statement; the compiler gives it an alias.</summary>
public sealed class Source(TableSource table)
{
    /// <summary>The table.</summary>
    public TableSource Table { get; } = table;

    /// <summary>The column at a position of the table, as an expression.</summary>
    public ColumnNode Column(int position) => new(this, Table.Columns[position]);

    /// <summary>The JSON column at a position of the table, as an expression.</summary>
    public ColumnNode Column<T>(int position, JsonShape<T> shape) =>
        new JsonColumnNode<T>(this, Table.Columns[position], shape);

    /// <summary>The array at a position of the table, as an expression.</summary>
    public ColumnNode ArrayColumn<T>(int position, JsonShape<List<T>> shape) =>
        new ArrayColumnNode<T>(this, Table.Columns[position], shape);

    /// <summary>The column at a position of the table whose values are converted, as an expression.</summary>
    /// <param name="position">The position.</param>
    /// <param name="toColumn">What is stored for a value of the model.</param>
    public ColumnNode Column<TModel, TColumn>(int position, Func<TModel, TColumn> toColumn)
        where TModel : notnull
        where TColumn : notnull => new ConvertedColumnNode<TModel, TColumn>(this, Table.Columns[position], toColumn);

    /// <summary>All columns of the table, in order.</summary>
    public IEnumerable<SqlNode> AllColumns() => Table.Columns.Select(column => new ColumnNode(this, column));
}
