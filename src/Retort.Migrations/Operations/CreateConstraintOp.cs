namespace Retort.Migrations;

/// <summary>Adds a constraint that says more than the verb of its kind takes, or has no verb of its own.</summary>
public sealed record CreateConstraintOp(TableName Table, Constraint Constraint) : AddConstraintOp(Table, Constraint)
{
    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("AddConstraint", CSharp.Of(Table), TableElements.Render(Constraint));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateConstraintVerbs
{
    extension(Operations op)
    {
        /// <summary>Adds a constraint, as it stands in <c>op.CreateTable(…)</c>.</summary>
        public void AddConstraint(TableName table, Constraint constraint) =>
            op.Add(new CreateConstraintOp(table, constraint));
    }
}
