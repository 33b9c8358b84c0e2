namespace Retort.Migrations;

/// <summary>
/// Changes of one table as a batch. A table of SQLite is rebuilt once for changes that stand together anyway; a batch says whether, from
/// what, and with which order of columns.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Steps">The changes, in order.</param>
public sealed record BatchAlterTableOp(TableName Table, ValueList<Operation> Steps) : Operation
{
    /// <summary>Whether the table is rebuilt.</summary>
    public Recreate Recreate { get; init; }

    /// <summary>The table as it is before; null: it is read from the database.</summary>
    public Table? CopyFrom { get; init; }

    /// <summary>Constraints that a rebuilt table gets besides.</summary>
    public ValueList<Constraint> TableArgs { get; init; }

    /// <summary>Columns that stand behind each other in a rebuilt table, in each of the lists.</summary>
    public ValueList<ColumnNames> PartialReordering { get; init; }

    /// <summary>Names the constraints that have no name; null: the standard convention.</summary>
    public NamingConvention? NamingConvention { get; init; }

    /// <inheritdoc />
    public override string? Destroys => InnerSteps.Destroys(Steps);

    /// <inheritdoc />
    public override string? Warning => InnerSteps.Warning(Steps);

    /// <inheritdoc />
    /// <remarks>The order of the columns stays.</remarks>
    public override Operation Reverse() =>
        CopyFrom is not null
            ? throw new IrreversibleOperationException(
                this,
                "it does not say what the table is like behind it (copyFrom)"
            )
        : TableArgs.Count > 0
            ? throw new IrreversibleOperationException(this, "what tableArgs add is not dropped; add it in the batch")
        : new BatchAlterTableOp(Table, InnerSteps.Reverse(Steps)) { Recreate = Recreate };

    /// <inheritdoc />
    public override IEnumerable<DdlElement> ToDdl() =>
        [
            new AlterTable(Table, [.. Steps.SelectMany(step => step.ToDdl())])
            {
                Rebuild = Recreate is Recreate.Auto ? null : Recreate is Recreate.Always,
                Before = CopyFrom,
                Added = TableArgs,
                Order = PartialReordering,
                Naming = NamingConvention,
            },
        ];

    /// <inheritdoc />
    public override void Render(CSharpWriter writer) =>
        writer.Block(
            "BatchAlterTable",
            [CSharp.Of(Table)],
            Steps,
            "batch",
            CSharp.Of(Table),
            CSharp.Named("recreate", Recreate is Recreate.Auto ? null : $"{nameof(Recreate)}.{Recreate}"),
            CSharp.Named("copyFrom", BatchCall.Of(CopyFrom)),
            CSharp.Named("tableArgs", TableArgs.Count == 0 ? null : BatchCall.Of(TableArgs)),
            CSharp.Named("partialReordering", PartialReordering.Count == 0 ? null : BatchCall.Of(PartialReordering)),
            CSharp.Named("namingConvention", BatchCall.Of(NamingConvention))
        );
}

/// <summary>Whether a table is rebuilt for a batch of changes.</summary>
public enum Recreate
{
    /// <summary>Where the database cannot make a change otherwise.</summary>
    Auto,

    /// <summary>In any case; an error on a database that alters tables in place.</summary>
    Always,

    /// <summary>In no case: a change that needs it is an error.</summary>
    Never,
}

/// <summary>The verbs on <see cref="Operations"/>.</summary>
public static class BatchAlterTableVerbs
{
    extension(Operations op)
    {
        /// <summary>Changes one table by several operations together.</summary>
        /// <param name="table">The table.</param>
        /// <param name="batch">Adds the changes.</param>
        /// <param name="recreate">Whether the table is rebuilt.</param>
        /// <param name="copyFrom">The table as it is before; null: it is read from the database.</param>
        /// <param name="tableArgs">Constraints that a rebuilt table gets besides.</param>
        /// <param name="partialReordering">Columns that stand behind each other in a rebuilt table, in each of the lists.</param>
        /// <param name="namingConvention">Names the constraints that have no name, by which they can be dropped; null: the standard convention.</param>
        public void BatchAlterTable(
            TableName table,
            Action<BatchOperations> batch,
            Recreate recreate = Recreate.Auto,
            Table? copyFrom = null,
            ValueList<Constraint> tableArgs = default,
            ValueList<ColumnNames> partialReordering = default,
            NamingConvention? namingConvention = null
        )
        {
            var operations = new BatchOperations(table);
            batch(operations);
            op.Add(
                new BatchAlterTableOp(table, [.. operations.Steps])
                {
                    Recreate = recreate,
                    CopyFrom = copyFrom,
                    TableArgs = tableArgs,
                    PartialReordering = partialReordering,
                    NamingConvention = namingConvention,
                }
            );
        }
    }
}
