namespace Retort.Migrations;

/// <summary>DELETE from a table that is too big to be locked: a range of keys after the other, each committed by itself.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The column by whose order the rows are gone through.</param>
public sealed record DeleteInBatchesOp(TableName Table, string Key) : Operation
{
    /// <summary>The condition of the rows, in SQL; null: all rows.</summary>
    public string? Where { get; init; }

    /// <summary>How many rows of the table a range has.</summary>
    public int BatchSize { get; init; } = UpdateInBatchesOp.UsualSize;

    /// <inheritdoc />
    public override string? Destroys => $"rows of table '{Table}'";

    /// <inheritdoc />
    public override Operation Reverse() =>
        throw new IrreversibleOperationException(this, "what the rows were is known to nobody");

    /// <inheritdoc />
    /// <remarks>In a script it is one statement.</remarks>
    public override IEnumerable<DdlElement> ToDdl() => [new ChangeRows(Table, null, Where)];

    /// <inheritdoc />
    public override IEnumerable<Work> ToWork() => [new BatchWork(Table, Key, BatchSize) { Where = Where }];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "DeleteInBatches",
            CSharp.Of(Table),
            CSharp.Named("key", CSharp.Literal(Key)),
            TableElements.Text("where", Where),
            BatchSize == UpdateInBatchesOp.UsualSize ? null : CSharp.Named("batchSize", $"{BatchSize}")
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class DeleteInBatchesVerbs
{
    extension(Operations op)
    {
        /// <summary>
        /// Deletes rows of a big table, a range of keys after the other, outside of the revision's transaction, as
        /// <see cref="UpdateInBatchesVerbs.UpdateInBatches"/> changes them.
        /// </summary>
        /// <param name="table">The table.</param>
        /// <param name="key">A column without NULLs that has an index: best the primary key.</param>
        /// <param name="where">The condition of the rows, in SQL; null: all rows.</param>
        /// <param name="batchSize">How many rows of the table a range has.</param>
        public void DeleteInBatches(
            TableName table,
            string key,
            string? where = null,
            int batchSize = UpdateInBatchesOp.UsualSize
        )
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
            op.Add(new DeleteInBatchesOp(table, key) { Where = where, BatchSize = batchSize });
        }
    }
}
