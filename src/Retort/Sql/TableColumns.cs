namespace Retort;

/// <summary>The columns of a table that has no model, by name: <c>row["age"] &gt; 30</c>.</summary>
public readonly struct TableColumns : IColumns<TableColumns>, ISelectable<TableRow>
{
    private readonly Source _source;

    private TableColumns(Source source) => _source = source;

    Source IColumns<TableColumns>.Source => _source;

    IEnumerable<SqlNode> ISelectable.Nodes => _source.AllColumns();

    /// <summary>The column of a name; values that meet it are of its type's C# form.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public Expr<object?> this[string column] => Column<object?>(column);

    /// <summary>The column of a name, as an expression of a C# type.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public Expr<T> Column<T>(string column)
    {
        for (var i = 0; i < _source.Table.Columns.Count; i++)
            if (_source.Table.Columns[i].Name == column)
                return new(_source.Column(i));
        throw new ArgumentException(
            $"Table '{_source.Table.Name}' has no column '{column}'. It has: {string.Join(", ", _source.Table.Columns.Select(each => each.Name))}."
        );
    }

    static TableColumns IColumns<TableColumns>.At(Source source) => new(source);

    TableRow ISelectable<TableRow>.Read(Row row, ref int ordinal)
    {
        var columns = _source.Table.Columns;
        var values = new object?[columns.Count];
        for (var i = 0; i < values.Length; i++, ordinal++)
            values[i] = row.IsNull(ordinal) ? null : columns[i].Type.Read(row, ordinal);
        return new TableRow(columns, values);
    }
}

/// <summary>A row of a table that has no model: values in the C# form of their columns' types, by name.</summary>
public sealed class TableRow
{
    private readonly IReadOnlyList<ColumnSource> _columns;
    private readonly object?[] _values;

    internal TableRow(IReadOnlyList<ColumnSource> columns, object?[] values) => (_columns, _values) = (columns, values);

    /// <summary>The names of the columns, in order.</summary>
    public IEnumerable<string> Columns => _columns.Select(column => column.Name);

    /// <summary>The values, in order; null for NULL.</summary>
    public IReadOnlyList<object?> Values => _values;

    /// <summary>The value of a column; null for NULL.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public object? this[string column]
    {
        get
        {
            for (var i = 0; i < _values.Length; i++)
                if (_columns[i].Name == column)
                    return _values[i];
            throw new ArgumentException($"The row has no column '{column}'. It has: {string.Join(", ", Columns)}.");
        }
    }
}
