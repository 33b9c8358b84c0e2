namespace Retort.Migrations;

/// <summary>ALTER TABLE … ADD CONSTRAINT; each kind of constraint is an operation with a verb of its own.</summary>
/// <param name="Table">The table.</param>
/// <param name="Added">The constraint.</param>
public abstract record AddConstraintOp(TableName Table, Constraint Added) : Operation
{
    /// <summary>The operation that adds a constraint.</summary>
    public static AddConstraintOp Of(TableName table, Constraint constraint) =>
        constraint switch
        {
            { Comment: not null } => new CreateConstraintOp(table, constraint),
            PrimaryKeyConstraint { Include.Count: 0, Timing: ConstraintTiming.Immediate } key => new CreatePrimaryKeyOp(
                table,
                key
            ),
            UniqueConstraint { Include.Count: 0, Timing: ConstraintTiming.Immediate, NullsNotDistinct: false } unique =>
                new CreateUniqueConstraintOp(table, unique),
            CheckConstraint { NoInherit: false } check => new CreateCheckConstraintOp(table, check),
            ForeignKeyConstraint { Timing: ConstraintTiming.Immediate, MatchFull: false } key => new CreateForeignKeyOp(
                table,
                key
            ),
            _ => new CreateConstraintOp(table, constraint),
        };

    /// <inheritdoc />
    public sealed override Operation Reverse() =>
        Added.Name is { } name
            ? new DropConstraintOp(Table, name) { Dropped = Added }
            : throw new IrreversibleOperationException(this, "the constraint has no name by which it could be dropped");

    /// <inheritdoc />
    public sealed override IEnumerable<DdlElement> ToDdl() =>
        Added.Comment is { } comment ? [Change, new CommentOnConstraint(Table, Added.Name!, comment)] : [Change];

    private protected virtual AddConstraint Change => new(Table, Added);
}
