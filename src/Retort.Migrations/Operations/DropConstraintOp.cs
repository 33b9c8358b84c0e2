namespace Retort.Migrations;

/// <summary>ALTER TABLE … DROP CONSTRAINT, of whatever kind.</summary>
public sealed record DropConstraintOp(TableName Table, string Name) : Operation
{
    /// <summary>The constraint as it is before; null where nobody said.</summary>
    public Constraint? Dropped { get; init; }

    /// <inheritdoc />
    public override Operation Reverse() =>
        Dropped is { } constraint
            ? AddConstraintOp.Of(Table, constraint)
            : throw new IrreversibleOperationException(this, "it does not say what the constraint demands");

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() => [new DropConstraint(Table, Name)];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call("DropConstraint", CSharp.Literal(Name), CSharp.Of(Table));
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class DropConstraintVerbs
{
    extension(Operations op)
    {
        /// <summary>Drops a primary key, unique constraint, check or foreign key by its name.</summary>
        public void DropConstraint(string name, TableName table) => op.Add(new DropConstraintOp(table, name));
    }
}
