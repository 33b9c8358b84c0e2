namespace Retort.Migrations;

/// <summary>Tables that one side has and the other has not, with their indexes.</summary>
internal static class TableComparer
{
    public static void Compare(Comparison comparison)
    {
        foreach (var table in comparison.Added)
            Added(comparison, table);
        foreach (var table in comparison.Removed.Reverse())
            Removed(comparison, table);
    }

    private static void Added(Comparison comparison, Table table)
    {
        comparison.Add(Phase.CreateTable, new CreateTableOp(WithoutIndexes(table)), $"Detected added table '{table}'");
        foreach (var index in table.Indexes)
            IndexComparer.Added(comparison, table.FullName, index);
    }

    private static void Removed(Comparison comparison, Table table)
    {
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
