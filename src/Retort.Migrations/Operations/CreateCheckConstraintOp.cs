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
            CSharp.Literal(Constraint.Sql),
            CSharp.Flag("notValid", Constraint.NotValid)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateCheckConstraintVerbs
{
    extension(Operations op)
    {
        /// <summary>Demands a condition, in SQL, of each row.</summary>
        /// <param name="name">The name of the constraint.</param>
        /// <param name="table">The table.</param>
        /// <param name="sql">The condition.</param>
        /// <param name="notValid">Whether rows that are there are not checked before <c>ValidateConstraint</c>.</param>
        public void CreateCheckConstraint(string name, TableName table, string sql, bool notValid = false) =>
            op.Add(new CreateCheckConstraintOp(table, new CheckConstraint(name, sql) { NotValid = notValid }));
    }
}
