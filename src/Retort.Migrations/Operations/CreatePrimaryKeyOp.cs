namespace Retort.Migrations;

/// <summary>Adds the primary key of a table that has none.</summary>
public sealed record CreatePrimaryKeyOp(TableName Table, PrimaryKeyConstraint Constraint)
    : AddConstraintOp(Table, Constraint)
{
    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreatePrimaryKey",
            CSharp.Literal(Constraint.Name ?? ""),
            CSharp.Of(Table),
            CSharp.List(Constraint.Columns)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreatePrimaryKeyVerbs
{
    extension(Operations op)
    {
        /// <summary>Gives a table without a primary key one.</summary>
        public void CreatePrimaryKey(string name, TableName table, ColumnNames columns) =>
            op.Add(new CreatePrimaryKeyOp(table, new PrimaryKeyConstraint(name, columns)));
    }
}
