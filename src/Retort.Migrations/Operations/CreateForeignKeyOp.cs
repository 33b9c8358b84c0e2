namespace Retort.Migrations;

/// <summary>Adds a foreign key.</summary>
public sealed record CreateForeignKeyOp(TableName Table, ForeignKeyConstraint Constraint)
    : AddConstraintOp(Table, Constraint)
{
    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreateForeignKey",
            CSharp.Literal(Constraint.Name ?? ""),
            CSharp.Of(Table),
            CSharp.Of(Constraint.Table),
            CSharp.List(Constraint.Columns),
            CSharp.List(Constraint.References),
            CSharp.Named("onDelete", CSharp.Of(Constraint.OnDelete)),
            CSharp.Named("onUpdate", CSharp.Of(Constraint.OnUpdate)),
            CSharp.Flag("notValid", Constraint.NotValid)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateForeignKeyVerbs
{
    extension(Operations op)
    {
        /// <summary>Lets columns of a table refer to the key of a row in another.</summary>
        /// <param name="name">The name of the constraint.</param>
        /// <param name="table">The referring table.</param>
        /// <param name="references">The table referred to.</param>
        /// <param name="columns">The referring columns.</param>
        /// <param name="referencedColumns">The columns referred to, as many.</param>
        /// <param name="onDelete">What happens to the row when the row referred to is deleted.</param>
        /// <param name="onUpdate">What happens to the row when the key referred to changes.</param>
        /// <param name="notValid">Whether rows that are there are not checked before <c>ValidateConstraint</c>.</param>
        public void CreateForeignKey(
            string name,
            TableName table,
            TableName references,
            ColumnNames columns,
            ColumnNames referencedColumns,
            ReferentialAction onDelete = ReferentialAction.NoAction,
            ReferentialAction onUpdate = ReferentialAction.NoAction,
            bool notValid = false
        ) =>
            op.Add(
                new CreateForeignKeyOp(
                    table,
                    Ddl.ForeignKey(columns, references, referencedColumns, name, onDelete, onUpdate, notValid: notValid)
                )
            );
    }
}
