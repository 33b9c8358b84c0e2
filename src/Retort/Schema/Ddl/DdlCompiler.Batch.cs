namespace Retort;

public abstract partial class DdlCompiler
{
    /// <summary>
    /// The changes that this database makes of those it is given, in order: those that mean nothing to it, or are for others, are left out,
    /// and those that stand together stand alone where no rebuild is asked for.
    /// </summary>
    /// <exception cref="SchemaException">A table is to be rebuilt, or not to be, and cannot.</exception>
    public IEnumerable<DdlElement> Here(IEnumerable<DdlElement> changes) =>
        changes.SelectMany(change =>
            change switch
            {
                ForDialect some => some.Dialect == syntax.Dialect ? Here(some.Changes) : [],
                AlterTable together => Apart(together, [.. Here(together.Changes)]),
                _ when Matters(change) => [change],
                _ => Enumerable.Empty<DdlElement>(),
            }
        );

    private List<DdlElement> Apart(AlterTable together, List<DdlElement> changes)
    {
        if (!Rebuilds)
            return together.Rebuild is true
                ? throw SchemaException.NothingToRebuild(together.Table, syntax.Dialect)
                : changes;
        var needing = changes.OfType<TableChange>().FirstOrDefault(change => !CanAlter(change));
        if (needing is not null && together.Rebuild is false)
            throw SchemaException.NeedsRebuild(together.Table, needing.GetType().Name, syntax.Dialect);
        return together.IsSpecial && (needing is not null || together.Rebuild is true)
            ? Rebuilt(together, changes)
            : changes;
    }

    /// <summary>The last changes that one rebuild can make are made by it; what the database alone can do, such as a statement between, comes before.</summary>
    private List<DdlElement> Rebuilt(AlterTable together, List<DdlElement> changes)
    {
        var before = changes.FindLastIndex(change => SchemaStep.TableOf(change) != together.Table) + 1;
        var known = together.Before;
        foreach (var change in changes.Take(before))
            known = known is null ? null : Follow(known, change);
        return [.. changes.Take(before), together with { Changes = [.. changes.Skip(before)], Before = known }];
    }

    private Table Follow(Table table, DdlElement change) =>
        change is RenameColumn rename ? SchemaRenames.Apply([table], rename, syntax).Single()
        : SchemaStep.TableOf(change) == table.FullName ? TableChanges.Apply(table, [change])
        : table;
}
