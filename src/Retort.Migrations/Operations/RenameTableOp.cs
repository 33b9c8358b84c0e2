namespace Retort.Migrations;

/// <summary>ALTER TABLE … RENAME TO; foreign keys of other tables follow.</summary>
public sealed record RenameTableOp(TableName Table, string NewName) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new RenameTableOp(Table with { Name = NewName }, Table.Name);

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new RenameTable(Table, NewName)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("RenameTable", CSharp.Of(Table), CSharp.Literal(NewName));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class RenameTableVerbs
{
    extension(Operations op)
    {
        /// <summary>Gives a table another name; its constraints and indexes keep theirs.</summary>
        public void RenameTable(TableName table, string newName) => op.Add(new RenameTableOp(table, newName));
    }
}
