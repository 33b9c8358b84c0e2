namespace Retort.Migrations;

/// <summary>ALTER TABLE … RENAME CONSTRAINT.</summary>
public sealed record RenameConstraintOp(TableName Table, string Name, string NewName) : Operation
{
    /// <inheritdoc />
    public override Operation Reverse() => new RenameConstraintOp(Table, NewName, Name);

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new RenameConstraint(Table, Name, NewName)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("RenameConstraint", CSharp.Literal(Name), CSharp.Of(Table), CSharp.Literal(NewName));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class RenameConstraintVerbs
{
    extension(Operations op)
    {
        /// <summary>Gives a constraint another name.</summary>
        public void RenameConstraint(string name, TableName table, string newName) =>
            op.Add(new RenameConstraintOp(table, name, newName));
    }
}
