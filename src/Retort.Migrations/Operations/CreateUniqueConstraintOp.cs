namespace Retort.Migrations;

/// <summary>Adds a unique constraint.</summary>
public sealed record CreateUniqueConstraintOp(TableName Table, UniqueConstraint Constraint)
    : AddConstraintOp(Table, Constraint)
{
    /// <summary>The unique index that becomes the constraint's own, and takes its name; null: it builds one.</summary>
    public string? UsingIndex { get; init; }

    /// <inheritdoc />
    private protected override AddConstraint Change => base.Change with { UsingIndex = UsingIndex };

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Call(
            "CreateUniqueConstraint",
            CSharp.Literal(Constraint.Name ?? ""),
            CSharp.Of(Table),
            CSharp.List(Constraint.Columns),
            TableElements.Text("usingIndex", UsingIndex)
        );
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class CreateUniqueConstraintVerbs
{
    extension(Operations op)
    {
        /// <summary>Lets no two rows have equal values in the columns.</summary>
        /// <param name="name">The name of the constraint.</param>
        /// <param name="table">The table.</param>
        /// <param name="columns">The columns.</param>
        /// <param name="usingIndex">A unique index of the columns, built concurrently before, that becomes the constraint's own and takes its name; null: it builds one.</param>
        public void CreateUniqueConstraint(
            string name,
            TableName table,
            ColumnNames columns,
            string? usingIndex = null
        ) =>
            op.Add(
                new CreateUniqueConstraintOp(table, new UniqueConstraint(name, columns)) { UsingIndex = usingIndex }
            );
    }
}
