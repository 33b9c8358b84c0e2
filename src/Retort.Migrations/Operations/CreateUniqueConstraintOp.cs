namespace Retort.Migrations;

/// <summary>Adds a unique constraint.</summary>
public sealed record CreateUniqueConstraintOp(TableName Table, UniqueConstraint Constraint)
    : AddConstraintOp(Table, Constraint)
{
    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreateUniqueConstraint",
            CSharp.Literal(Constraint.Name ?? ""),
            CSharp.Of(Table),
            CSharp.List(Constraint.Columns)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateUniqueConstraintVerbs
{
    extension(Operations op)
    {
        /// <summary>Lets no two rows have equal values in the columns.</summary>
        public void CreateUniqueConstraint(string name, TableName table, ColumnNames columns) =>
            op.Add(new CreateUniqueConstraintOp(table, new UniqueConstraint(name, columns)));
    }
}
