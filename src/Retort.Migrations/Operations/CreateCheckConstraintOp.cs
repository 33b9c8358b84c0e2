namespace Retort.Migrations;

/// <summary>Adds a check.</summary>
public sealed record CreateCheckConstraintOp(TableName Table, CheckConstraint Constraint)
    : AddConstraintOp(Table, Constraint)
{
    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreateCheckConstraint",
            CSharp.Literal(Constraint.Name ?? ""),
            CSharp.Of(Table),
            CSharp.Literal(Constraint.Sql)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateCheckConstraintVerbs
{
    extension(Operations op)
    {
        /// <summary>Demands a condition, in SQL, of each row.</summary>
        public void CreateCheckConstraint(string name, TableName table, string sql) =>
            op.Add(new CreateCheckConstraintOp(table, new CheckConstraint(name, sql)));
    }
}
