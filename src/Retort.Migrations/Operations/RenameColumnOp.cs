namespace Retort.Migrations;

/// <summary>ALTER TABLE … RENAME COLUMN; keys, indexes and foreign keys follow.</summary>
public sealed record RenameColumnOp(TableName Table, string Column, string NewName) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new RenameColumnOp(Table, NewName, Column);

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new RenameColumn(Table, Column, NewName)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("RenameColumn", CSharp.Of(Table), CSharp.Literal(Column), CSharp.Literal(NewName));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class RenameColumnVerbs
{
    extension(Operations op)
    {
        /// <summary>Gives a column another name; constraints and indexes keep theirs.</summary>
        public void RenameColumn(TableName table, string column, string newName) =>
            op.Add(new RenameColumnOp(table, column, newName));
    }
}
