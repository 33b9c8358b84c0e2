namespace Retort.Migrations;

/// <summary>ALTER TABLE … ADD COLUMN.</summary>
public sealed record AddColumnOp(TableName Table, Column Column) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new DropColumnOp(Table, Column.Name) { Dropped = Column };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        Column.Comment is { } comment
            ? [new AddColumn(Table, Column), new SetComment(Table, Column.Name, comment)]
            : [new AddColumn(Table, Column)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("AddColumn", CSharp.Of(Table), TableElements.Render(Column));
}

/// <summary>ALTER TABLE … DROP COLUMN, with all its values.</summary>
public sealed record DropColumnOp(TableName Table, string Column) : Operation
{
    /// <summary>The column as it is before; null where nobody said.</summary>
    public Column? Dropped { get; init; }

    /// <inheritdoc />
    public override bool IsDestructive => true;

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } column
            ? new AddColumnOp(Table, column)
            : throw new IrreversibleOperationException(this, "it does not say which type the column has");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropColumn(Table, Column)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("DropColumn", CSharp.Of(Table), CSharp.Literal(Column));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class AddColumnVerbs
{
    extension(Operations op)
    {
        /// <summary>Adds a column at the end of a table. One that is NOT NULL needs a server default where the table has rows.</summary>
        public void AddColumn(TableName table, Column column) => op.Add(new AddColumnOp(table, column));

        /// <summary>Drops a column with all its values. Drop the indexes and constraints that name it first.</summary>
        public void DropColumn(TableName table, string column) => op.Add(new DropColumnOp(table, column));
    }
}
