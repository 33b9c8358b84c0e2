namespace Retort;

/// <summary>Changes of a table that ALTER TABLE cannot make: the table is created anew beside the old one, filled from it, and takes its place.</summary>
/// <param name="Before">The table as it is in the database.</param>
/// <param name="After">The table as it will be.</param>
/// <param name="Copied">The columns that keep their values.</param>
public sealed record TableRebuild(Table Before, Table After, IReadOnlyList<string> Copied)
{
    /// <summary>What columns get where they are NULL.</summary>
    public IReadOnlyDictionary<string, ServerDefault> Fills { get; init; } = new Dictionary<string, ServerDefault>();

    /// <summary>Columns that are new, with the default that rows which are there get.</summary>
    public IReadOnlyList<Column> Filled { get; init; } = [];

    /// <summary>What columns get in the place of their old values, in SQL over the old row.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether no column, constraint or option changes: then at most indexes are made anew, and the table stays.</summary>
    public bool KeepsTable { get; init; }

    /// <summary>The statements that create the table's triggers, which go with the old table.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    /// <summary>The new table's name while the old one is there.</summary>
    public TableName Temporary => new($"_retort_{After.Name}", After.Schema);

    /// <summary>The new table under its temporary name, without indexes.</summary>
    public Table Created => new(Temporary, After.Elements) { Options = After.Options, Comment = After.Comment };

    /// <summary>The rebuild that makes the changes.</summary>
    /// <exception cref="SchemaException">A change names what the table has not, or the table has what a rebuild would lose.</exception>
    public static TableRebuild Of(Table before, SchemaStep step)
    {
        if (step.Together is not { } together)
            return Of(before, step.Changes);
        var changes = together.Added.Select(each => new AddConstraint(before.FullName, each));
        var rebuild = Of(together.Named(before), [.. step.Changes, .. changes], isForced: true);
        return rebuild with { After = together.Ordered(rebuild.After) };
    }

    /// <inheritdoc cref="Of(Table, SchemaStep)" />
    public static TableRebuild Of(Table before, IReadOnlyList<DdlElement> changes) => Of(before, changes, false);

    private static TableRebuild Of(Table before, IReadOnlyList<DdlElement> changes, bool isForced)
    {
        changes = Effective(before, changes);
        var after = TableChanges.Apply(before, changes);
        if (!isForced && changes.All(change => change is RenameIndex or CreateIndex or DropIndex))
            return new TableRebuild(before, after, []) { KeepsTable = true };
        if (before.NotModelled.Count > 0)
            throw SchemaException.CannotRebuild(before.FullName, before.NotModelled);
        var added = changes.OfType<AddColumn>().Select(add => add.Column.Name).ToHashSet();
        var copied = after
            .Columns.Where(column => column.Computed is null && !added.Contains(column.Name))
            .Select(column => column.Name);
        var values = changes
            .OfType<AlterColumn>()
            .Where(alter => alter.Using is not null)
            .ToDictionary(alter => alter.Column, alter => alter.Using!);
        var filled = changes
            .OfType<AddColumn>()
            .Select(add => add.Column)
            .Where(column => column.ServerDefault.Exists && after.FindColumn(column.Name) is not null);
        return new TableRebuild(before, after, [.. copied])
        {
            Values = values,
            Filled = [.. filled],
            Fills = changes.OfType<FillNulls>().ToDictionary(fill => fill.Column, fill => fill.Value),
        };
    }

    /// <summary>The changes without those that add what is there, or drop what is not, where that is no error.</summary>
    private static List<DdlElement> Effective(Table table, IReadOnlyList<DdlElement> changes)
    {
        var effective = new List<DdlElement>();
        foreach (var change in changes)
        {
            var next = TableChanges.Apply(table, [change]);
            if (!ReferenceEquals(next, table) || change is not (AddColumn or DropColumn or CreateIndex or DropIndex))
                effective.Add(change);
            table = next;
        }
        return effective;
    }
}

/// <summary>A statement of a rebuild.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="CopiesRows">Whether it inserts the rows of the old table into the new one: as many as there are.</param>
public sealed record RebuildStep(string Sql, bool CopiesRows = false);
