namespace Retort.Migrations;

/// <summary>INSERT of rows that are known when the revision is written.</summary>
public sealed record BulkInsertOp(TableName Table, ValueList<string> Columns, ValueList<ValueList<object?>> Rows)
    : Operation
{
    /// <summary>How many rows a statement has at the most: more win nothing.</summary>
    private const int RowsAtOnce = 500;

    /// <inheritdoc />
    public override Operation Reverse() =>
        throw new IrreversibleOperationException(this, "which rows are to go is known to its author only");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        Rows.Chunk(RowsAtOnce).Select(rows => new InsertRows(Table, Columns, [.. rows]));

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.CallInLines("BulkInsert", [CSharp.Of(Table), CSharp.List(Columns), .. Rows.Select(Row)]);

    private static string Row(ValueList<object?> row) =>
        $"[{string.Join(", ", row.Select(value => value is null ? "null" : CSharp.Value(value)))}]";
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class BulkInsertVerbs
{
    extension(Operations op)
    {
        /// <summary>Inserts rows, many by a statement. Values become exact literals of the database.</summary>
        /// <param name="table">The table.</param>
        /// <param name="columns">The columns that get values; the others get their defaults.</param>
        /// <param name="rows">The values of each row, in the order of the columns.</param>
        /// <exception cref="ArgumentException">A row has not as many values as there are columns.</exception>
        public void BulkInsert(TableName table, ValueList<string> columns, params IEnumerable<ValueList<object?>> rows)
        {
            ValueList<ValueList<object?>> all = [.. rows];
            foreach (var row in all)
                if (row.Count != columns.Count)
                    throw new ArgumentException(
                        $"A row for {table} has {row.Count} values ({row}); the columns are {columns}.",
                        nameof(rows)
                    );
            op.Add(new BulkInsertOp(table, columns, all));
        }
    }
}
