namespace Retort.Migrations;

/// <summary>CREATE INDEX.</summary>
public sealed record CreateIndexOp(TableName Table, TableIndex Index) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new DropIndexOp(Table, Index.Name!) { Dropped = Index };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new CreateIndex(Table, Index)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreateIndex",
            CSharp.Literal(Index.Name!),
            CSharp.Of(Table),
            CSharp.Of(Index.Elements),
            CSharp.Flag("unique", Index.Unique),
            Index.Where is { } where ? CSharp.Named("where", CSharp.Literal(where)) : null
        );
}

/// <summary>DROP INDEX.</summary>
public sealed record DropIndexOp(TableName Table, string Name) : Operation
{
    /// <summary>The index as it is before; null where nobody said.</summary>
    public TableIndex? Dropped { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } index
            ? new CreateIndexOp(Table, index)
            : throw new IrreversibleOperationException(this, "it does not say what was indexed");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropIndex(Table, Name)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("DropIndex", CSharp.Literal(Name), CSharp.Of(Table));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateIndexVerbs
{
    extension(Operations op)
    {
        /// <summary>Creates an index.</summary>
        /// <param name="name">The name of the index.</param>
        /// <param name="table">The table.</param>
        /// <param name="elements">Columns, <c>Desc("column")</c> or <c>Sql("expression")</c>, in order.</param>
        /// <param name="unique">Whether no two rows may have equal values.</param>
        /// <param name="where">The condition of the rows that are indexed, in SQL; null: all rows.</param>
        public void CreateIndex(
            string name,
            TableName table,
            ValueList<IndexElement> elements,
            bool unique = false,
            string? where = null
        ) => op.Add(new CreateIndexOp(table, new TableIndex(name, elements) { Unique = unique, Where = where }));

        /// <summary>Drops an index.</summary>
        public void DropIndex(string name, TableName table) => op.Add(new DropIndexOp(table, name));
    }
}
