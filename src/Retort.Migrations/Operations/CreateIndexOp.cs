namespace Retort.Migrations;

/// <summary>CREATE INDEX.</summary>
public sealed record CreateIndexOp(TableName Table, TableIndex Index) : Operation
{
    /// <summary>Whether an index of the name that is there already is left as it is.</summary>
    public bool IfNotExists { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        new DropIndexOp(Table, Index.Name!)
        {
            Dropped = Index,
            Concurrently = Concurrently,
            IfExists = IfNotExists,
        };

    /// <summary>Whether writers are not kept waiting; then it runs outside of any transaction.</summary>
    public bool Concurrently { get; init; }

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        Index.Comment is { } comment ? [Created, new CommentOnIndex(Table, Index.Name!, comment)] : [Created];

    private CreateIndex Created => new(Table, Index) { Concurrently = Concurrently, IfNotExists = IfNotExists };

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreateIndex",
            CSharp.Literal(Index.Name!),
            CSharp.Of(Table),
            CSharp.Of(Index.Elements),
            CSharp.Flag("unique", Index.Unique),
            TableElements.Text("where", Index.Where),
            TableElements.Text("method", Index.Method),
            TableElements.Include(Index.Include),
            CSharp.Flag("nullsNotDistinct", Index.NullsNotDistinct),
            TableElements.Text("storage", Index.Storage),
            TableElements.Text("tablespace", Index.Tablespace),
            TableElements.Text("comment", Index.Comment),
            CSharp.Flag("concurrently", Concurrently),
            CSharp.Flag("ifNotExists", IfNotExists)
        );
}

/// <summary>DROP INDEX.</summary>
public sealed record DropIndexOp(TableName Table, string Name) : Operation
{
    /// <summary>The index as it is before; null where nobody said.</summary>
    public TableIndex? Dropped { get; init; }

    /// <summary>Whether writers are not kept waiting; then it runs outside of any transaction.</summary>
    public bool Concurrently { get; init; }

    /// <summary>Whether it is no error that there is none.</summary>
    public bool IfExists { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } index
            ? new CreateIndexOp(Table, index) { Concurrently = Concurrently, IfNotExists = IfExists }
            : throw new IrreversibleOperationException(this, "it does not say what was indexed");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [new DropIndex(Table, Name) { Concurrently = Concurrently, IfExists = IfExists }];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "DropIndex",
            CSharp.Literal(Name),
            CSharp.Of(Table),
            CSharp.Flag("concurrently", Concurrently),
            CSharp.Flag("ifExists", IfExists)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateIndexVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates an index.</summary>
        /// <param name="name">The name of the index.</param>
        /// <param name="table">The table.</param>
        /// <param name="elements">Columns, <c>Desc("column")</c>, <c>Sql("expression")</c> or <c>By(…)</c>, in order.</param>
        /// <param name="unique">Whether no two rows may have equal values.</param>
        /// <param name="where">The condition of the rows that are indexed, in SQL; null: all rows.</param>
        /// <param name="method">The method, such as <c>gin</c>; null: the database's usual one.</param>
        /// <param name="include">Columns that are carried along without ordering by them.</param>
        /// <param name="nullsNotDistinct">Whether two NULLs are equal, in a unique index.</param>
        /// <param name="storage">Storage options as they stand behind WITH.</param>
        /// <param name="tablespace">The tablespace; null: the default one.</param>
        /// <param name="comment">What people are told about it.</param>
        /// <param name="concurrently">Whether others can write meanwhile; then it is built outside of any transaction. A database that has no word for it does what it always does.</param>
        /// <param name="ifNotExists">Whether an index of the name that is there already is left as it is.</param>
        public void CreateIndex(
            string name,
            TableName table,
            ValueList<IndexElement> elements,
            bool unique = false,
            string? where = null,
            string? method = null,
            ValueList<string> include = default,
            bool nullsNotDistinct = false,
            string? storage = null,
            string? tablespace = null,
            string? comment = null,
            bool concurrently = false,
            bool ifNotExists = false
        ) =>
            op.Add(
                new CreateIndexOp(
                    table,
                    new TableIndex(name, elements)
                    {
                        Unique = unique,
                        Where = where,
                        Method = method,
                        Include = include,
                        NullsNotDistinct = nullsNotDistinct,
                        Storage = storage,
                        Tablespace = tablespace,
                        Comment = comment,
                    }
                )
                {
                    Concurrently = concurrently,
                    IfNotExists = ifNotExists,
                }
            );

        /// <summary>Drops an index.</summary>
        /// <param name="name">The name of the index.</param>
        /// <param name="table">The table.</param>
        /// <param name="concurrently">Whether others can write meanwhile; then it is dropped outside of any transaction.</param>
        /// <param name="ifExists">Whether it is no error that there is none.</param>
        public void DropIndex(string name, TableName table, bool concurrently = false, bool ifExists = false) =>
            op.Add(new DropIndexOp(table, name) { Concurrently = concurrently, IfExists = ifExists });
    }
}
