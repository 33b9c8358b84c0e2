namespace Retort.Migrations;

/// <summary>ALTER TABLE … VALIDATE CONSTRAINT: rows that were there before a constraint was added as NOT VALID are checked, while others write.</summary>
public sealed record ValidateConstraintOp(TableName Table, string Name) : Operation
{
    /// <inheritdoc />
    public override bool StaysOnDowngrade => true;

    /// <inheritdoc />
    public override Operation Reverse() =>
        throw new IrreversibleOperationException(this, "no database forgets that rows were checked");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new ValidateConstraint(Table, Name)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("ValidateConstraint", CSharp.Literal(Name), CSharp.Of(Table));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class ValidateConstraintVerbs
{
    extension(Operations op)
    {
        /// <summary>Checks the rows that were there before a constraint was added with <c>notValid: true</c>, in a transaction of its own. A database that has checked them means nothing by it.</summary>
        public void ValidateConstraint(string name, TableName table) => op.Add(new ValidateConstraintOp(table, name));
    }
}
