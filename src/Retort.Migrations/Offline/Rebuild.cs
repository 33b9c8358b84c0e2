namespace Retort.Migrations;

/// <summary>A table that a script rebuilds without saying what it is like.</summary>
/// <param name="Revision">The revision that does.</param>
/// <param name="Table">The table.</param>
internal sealed record Rebuild(Revision Revision, TableName Table)
{
    /// <summary>The first of some steps; null: there is none.</summary>
    public static Rebuild? First(IEnumerable<PreparedStep> steps, TransactionMode mode, DdlCompiler ddl) =>
        (
            from step in steps
            from part in RevisionPart.Split(step, mode, ddl)
            from each in SchemaStep.Plan(ddl, part.Work.OfType<SchemaWork>().Select(work => work.Change))
            let table = LooksUp(each)
            where table is not null
            select new Rebuild(step.Revision, table.Value)
        ).FirstOrDefault();

    /// <summary>The table that a step rebuilds without saying what it is like; null: none.</summary>
    public static TableName? LooksUp(SchemaStep step) => step.Together is { Before: not null } ? null : step.Rebuilds;
}
