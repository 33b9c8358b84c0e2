namespace Retort.Migrations;

/// <summary>ALTER INDEX … RENAME; a database that cannot drops the index and creates it.</summary>
public sealed record RenameIndexOp(TableName Table, string Name, string NewName) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new RenameIndexOp(Table, NewName, Name);

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new RenameIndex(Table, Name, NewName)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("RenameIndex", CSharp.Literal(Name), CSharp.Of(Table), CSharp.Literal(NewName));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class RenameIndexVerbs
{
    extension(Operations op)
    {
        /// <summary>Gives an index another name.</summary>
        public void RenameIndex(string name, TableName table, string newName) =>
            op.Add(new RenameIndexOp(table, name, newName));
    }
}
