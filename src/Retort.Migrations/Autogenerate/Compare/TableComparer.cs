namespace Retort.Migrations;

/// <summary>Tables that one side has and the other has not, with their indexes.</summary>
internal static class TableComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var (table, later) in Split(comparison, comparison.Added))
            Added(comparison, table, later);
        foreach (var (table, later) in Split(comparison, comparison.Removed).Reverse())
            Removed(comparison, table, later);
    }

    /// <summary>
    /// Tables, and of each the constraints that wait until others are there, or until a table that is there has the key which they refer to.
    /// </summary>
    private static IEnumerable<(Table Table, IReadOnlyList<Constraint> Later)> Split(
        Comparison comparison,
        IReadOnlyList<Table> tables
    )
    {
        foreach (var (table, later) in SchemaCreation.Split(tables, comparison.Syntax))
        {
            var waiting = comparison.Syntax.AlterTable
                ? table.ForeignKeys.Where(key => !ForeignKeyComparer.Stands(comparison, key)).ToList()
                : [];
            yield return waiting.Count == 0 ? (table, later) : (Without(table, waiting), [.. later, .. waiting]);
        }
    }

    private static Table Without(Table table, List<ForeignKeyConstraint> keys) =>
        new(table.FullName, table.Elements.Except(keys), table.Indexes)
        {
            Comment = table.Comment,
            Options = table.Options,
        };

    /// <param name="comparison">Where it is told.</param>
    /// <param name="table">The table.</param>
    /// <param name="later">Constraints that wait until other tables are there.</param>
    private static void Added(Comparison comparison, Table table, IReadOnlyList<Constraint> later)
    {
        comparison.Add(Phase.CreateTable, new CreateTableOp(WithoutIndexes(table)), $"Detected added table '{table}'");
        foreach (var index in table.Indexes)
            IndexComparer.Added(comparison, table.FullName, index);
        foreach (var constraint in later)
            comparison.Add(Phase.AddForeignKey, AddConstraintOp.Of(table.FullName, constraint));
    }

    /// <inheritdoc cref="Added" path="/param" />
    private static void Removed(Comparison comparison, Table table, IReadOnlyList<Constraint> later)
    {
        foreach (var constraint in later)
            comparison.Add(
                Phase.DropForeignKey,
                new DropConstraintOp(table.FullName, constraint.Name!) { Dropped = constraint }
            );
        foreach (var index in table.Indexes.Reverse())
            comparison.Add(Phase.DropTable, new DropIndexOp(table.FullName, index.Name!) { Dropped = index });
        comparison.Add(
            Phase.DropTable,
            new DropTableOp(table.FullName) { Dropped = WithoutIndexes(table) },
            $"Detected removed table '{table}'"
        );
    }

    private static Table WithoutIndexes(Table table) =>
        new(table.FullName, table.Elements) { Comment = table.Comment, Options = table.Options };
}
