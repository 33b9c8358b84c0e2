namespace Retort;

/// <summary>Changes that are made together: one statement, or one rebuild of a table.</summary>
/// <param name="Changes">The changes, in order.</param>
/// <param name="Rebuilds">The table that is rebuilt; null: each change is a statement.</param>
public sealed record SchemaStep(IReadOnlyList<DdlElement> Changes, TableName? Rebuilds)
{
    /// <summary>What is said about the rebuild; null: nothing.</summary>
    public AlterTable? Together { get; init; }

    /// <summary>
    /// The steps that make the changes in order. From the first change of a table that ALTER TABLE cannot make to the last one of the same
    /// table is one rebuild, where nothing stands between but changes of that table and its indexes.
    /// </summary>
    public static IEnumerable<SchemaStep> Plan(DdlCompiler ddl, IEnumerable<DdlElement> elements)
    {
        var changes = ddl.Here(elements).ToList();
        for (var at = 0; at < changes.Count; at++)
            if (changes[at] is AlterTable together)
                yield return new SchemaStep(together.Changes, together.Table) { Together = together };
            else if (changes[at] is TableChange change && !ddl.CanAlter(change))
            {
                var length = RebuildLength(ddl, changes, at, change.Table);
                yield return new SchemaStep([.. changes.Skip(at).Take(length)], change.Table);
                at += length - 1;
            }
            else
                yield return new SchemaStep([changes[at]], null);
    }

    private static int RebuildLength(DdlCompiler ddl, List<DdlElement> changes, int start, TableName table)
    {
        var last = start;
        for (var at = start; at < changes.Count && TableOf(changes[at]) == table; at++)
            if (changes[at] is TableChange change && !ddl.CanAlter(change))
                last = at;
        return last - start + 1;
    }

    /// <summary>The table that a rebuild with this change rebuilds; null where none can have it.</summary>
    public static TableName? TableOf(DdlElement change) =>
        change switch
        {
            RenameColumn or AlterTable => default(TableName?), // the one rewrites expressions, the other is a rebuild of its own
            TableChange { Table: var table } => table,
            CreateIndex { Table: var table } => table,
            DropIndex { Table: var table } => table,
            _ => null,
        };
}
