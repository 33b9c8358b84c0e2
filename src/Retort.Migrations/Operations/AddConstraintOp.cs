using System.Diagnostics;

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
            PrimaryKeyConstraint key => new CreatePrimaryKeyOp(table, key),
            UniqueConstraint unique => new CreateUniqueConstraintOp(table, unique),
            CheckConstraint check => new CreateCheckConstraintOp(table, check),
            ForeignKeyConstraint key => new CreateForeignKeyOp(table, key),
            _ => throw new UnreachableException(),
        };

    /// <inheritdoc />
    public sealed override Operation Reverse() =>
        Added.Name is { } name
            ? new DropConstraintOp(Table, name) { Dropped = Added }
            : throw new IrreversibleOperationException(this, "the constraint has no name by which it could be dropped");

    /// <inheritdoc />
    public sealed override IEnumerable<DdlElement> ToDdl() => [new AddConstraint(Table, Added)];
}
