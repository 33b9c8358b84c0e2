namespace Retort.Migrations;

/// <summary>ALTER TABLE … ADD COLUMN.</summary>
public sealed record AddColumnOp(TableName Table, Column Column) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() =>
        new DropColumnOp(Table, Column.Name)
        {
            Dropped = Column,
            DroppedFill = Fill,
            IfExists = IfNotExists,
        };

    /// <summary>What rows that are there get, and no row after them; unset: the column's server default, or NULL.</summary>
    public ServerDefault Fill { get; init; }

    /// <summary>Whether a column of the name that is there already is left as it is.</summary>
    public bool IfNotExists { get; init; }

    /// <inheritdoc />
    public override string? Warning =>
        Column is { Nullable: false, Autoincrement: false, Computed: null, ServerDefault.Exists: false } && !Fill.Exists
            ? $"Fails where '{Table}' has rows, which have no value for '{Column.Name}': give them one with fill."
            : null;

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl()
    {
        if (Fill.Exists)
        {
            yield return new AddColumn(Table, Column with { ServerDefault = Fill }) { IfNotExists = IfNotExists };
            yield return new AlterColumn(Table, Column.Name)
            {
                ServerDefault = Column.ServerDefault.Exists ? Column.ServerDefault : (string?)null,
            };
        }
        else
            yield return new AddColumn(Table, Column) { IfNotExists = IfNotExists };
        if (Column.Comment is { } comment)
            yield return new SetComment(Table, Column.Name, comment);
    }

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "AddColumn",
            CSharp.Of(Table),
            TableElements.Render(Column),
            CSharp.Named("fill", CSharp.Of(Fill)),
            CSharp.Flag("ifNotExists", IfNotExists)
        );
}

/// <summary>ALTER TABLE … DROP COLUMN, with all its values.</summary>
public sealed record DropColumnOp(TableName Table, string Column) : Operation
{
    /// <summary>The column as it is before; null where nobody said.</summary>
    public Column? Dropped { get; init; }

    /// <summary>What rows get where the column comes back; unset: its server default, or NULL.</summary>
    public ServerDefault DroppedFill { get; init; }

    /// <summary>Whether it is no error that there is none.</summary>
    public bool IfExists { get; init; }

    /// <inheritdoc />
    public override string? Destroys =>
        Dropped?.Computed is null ? $"column '{Table}.{Column}' with all its values" : null;

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } column
            ? new AddColumnOp(Table, column) { Fill = DroppedFill, IfNotExists = IfExists }
            : throw new IrreversibleOperationException(this, "it does not say which type the column has");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropColumn(Table, Column) { IfExists = IfExists }];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("DropColumn", CSharp.Of(Table), CSharp.Literal(Column), CSharp.Flag("ifExists", IfExists));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class AddColumnVerbs
{
    extension(Operations op)
    {
        /// <summary>Adds a column at the end of a table. One that is NOT NULL needs a server default, or something to fill in, where the table has rows.</summary>
        /// <param name="table">The table.</param>
        /// <param name="column">The column.</param>
        /// <param name="fill">What rows that are there get, and no row after them; left out: the column's server default, or NULL.</param>
        /// <param name="ifNotExists">Whether a column of the name that is there already is left as it is.</param>
        public void AddColumn(TableName table, Column column, ServerDefault fill = default, bool ifNotExists = false) =>
            op.Add(new AddColumnOp(table, column) { Fill = fill, IfNotExists = ifNotExists });

        /// <summary>Drops a column with all its values. Drop the indexes and constraints that name it first.</summary>
        /// <param name="table">The table.</param>
        /// <param name="column">The column.</param>
        /// <param name="ifExists">Whether it is no error that there is none.</param>
        public void DropColumn(TableName table, string column, bool ifExists = false) =>
            op.Add(new DropColumnOp(table, column) { IfExists = ifExists });
    }
}
