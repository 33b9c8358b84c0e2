namespace Retort.Migrations;

/// <summary>UPDATE of a table that is too big to be locked: a range of keys after the other, each committed by itself.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The column by whose order the rows are gone through.</param>
/// <param name="Set">What is set, as it stands behind SET.</param>
public sealed record UpdateInBatchesOp(TableName Table, string Key, string Set) : Operation
{
    /// <summary>How many rows a range has where nothing else is said.</summary>
    internal const int UsualSize = 10_000;

    /// <summary>The condition of the rows, in SQL; null: all rows.</summary>
    public string? Where { get; init; }

    /// <summary>How many rows of the table a range has.</summary>
    public int BatchSize { get; init; } = UsualSize;

    /// <inheritdoc />
    public override Operation Reverse() =>
        throw new IrreversibleOperationException(this, "what the values were is known to nobody");

    /// <inheritdoc />
    /// <remarks>In a script it is one statement.</remarks>
    public override IEnumerable<DdlElement> ToDdl() => [new ChangeRows(Table, Set, Where)];

    /// <inheritdoc />
    public override IEnumerable<Work> ToWork() => [new BatchWork(Table, Key, BatchSize) { Set = Set, Where = Where }];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "UpdateInBatches",
            CSharp.Of(Table),
            CSharp.Named("key", CSharp.Literal(Key)),
            CSharp.Named("set", CSharp.Literal(Set)),
            TableElements.Text("where", Where),
            BatchSize == UsualSize ? null : CSharp.Named("batchSize", $"{BatchSize}")
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class UpdateInBatchesVerbs
{
    extension(Operations op)
    {
        /// <summary>
        /// Changes the rows of a big table, a range of keys after the other, outside of the revision's transaction: each range is
        /// locked for as long as it takes. A run that was ended is continued behind the last range that was committed.
        /// </summary>
        /// <param name="table">The table.</param>
        /// <param name="key">A column without NULLs that has an index: best the primary key. It is not changed.</param>
        /// <param name="set">What is set, in SQL, as it stands behind SET.</param>
        /// <param name="where">The condition of the rows, in SQL; null: all rows.</param>
        /// <param name="batchSize">How many rows of the table a range has.</param>
        public void UpdateInBatches(
            TableName table,
            string key,
            string set,
            string? where = null,
            int batchSize = UpdateInBatchesOp.UsualSize
        )
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
            op.Add(new UpdateInBatchesOp(table, key, set) { Where = where, BatchSize = batchSize });
        }
    }
}
