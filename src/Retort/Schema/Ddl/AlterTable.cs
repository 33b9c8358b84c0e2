namespace Retort;

/// <summary>Changes of one table that are made together, with what is to be known where the table is rebuilt for them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Changes">The changes, in order.</param>
public sealed record AlterTable(TableName Table, IReadOnlyList<DdlElement> Changes) : TableChange(Table)
{
    /// <summary>Whether the table is rebuilt; null: where the database cannot make the changes otherwise.</summary>
    public bool? Rebuild { get; init; }

    /// <summary>The table as it is before, which is then not read; null: it is read.</summary>
    public Table? Before { get; init; }

    /// <summary>Constraints that a rebuilt table gets besides.</summary>
    public ValueList<Constraint> Added { get; init; }

    /// <summary>Columns that stand behind each other in a rebuilt table, in each of the lists.</summary>
    public ValueList<ColumnNames> Order { get; init; }

    /// <summary>Names the constraints that have no name, or that of the standard convention; null: the standard one.</summary>
    public NamingConvention? Naming { get; init; }

    /// <summary>Whether it says something that a rebuild alone can do.</summary>
    public bool IsSpecial =>
        Rebuild is true || Before is not null || Added.Count > 0 || Order.Count > 0 || Naming is not null;

    /// <summary>The table that changes begin with: constraints have the names by which the changes know them.</summary>
    public Table Named(Table table)
    {
        if (Naming is null)
            return table;
        var columns = table.Columns.Select(column => column.Name).ToList();
        return new Table(table.FullName, table.Elements.Select(Unnamed), table.Indexes, Naming)
        {
            Options = table.Options,
            Comment = table.Comment,
            NotModelled = table.NotModelled,
        };

        ITableElement Unnamed(ITableElement element) =>
            element is Constraint constraint
            && NamingConvention.Standard.Apply(table.Name, constraint with { Name = null }, columns).Name
                == constraint.Name
                ? constraint with
                {
                    Name = null,
                }
                : element;
    }

    /// <summary>The table with its columns in order: where nothing is said, as they stand.</summary>
    /// <exception cref="SchemaException">A column is not there, or the lists contradict each other.</exception>
    public Table Ordered(Table table)
    {
        if (Order.Count == 0)
            return table;
        var waiting = table.Columns.ToList();
        foreach (var name in Order.SelectMany(names => names).Where(name => table.FindColumn(name) is null))
            throw SchemaException.UnknownElement(table.FullName, "column", name, waiting.Select(column => column.Name));
        var ordered = new List<ITableElement>();
        while (waiting.Count > 0)
        {
            var next =
                waiting.Find(column => !waiting.Exists(other => StandsBefore(other.Name, column.Name)))
                ?? throw SchemaException.NoOrder(table.FullName, waiting.Select(column => column.Name));
            ordered.Add(next);
            waiting.Remove(next);
        }
        return table.With([.. ordered, .. table.Constraints]);
    }

    private bool StandsBefore(string first, string second) =>
        Order.Any(names =>
        {
            var at = names.ToList();
            return at.IndexOf(first) is >= 0 and var one && at.IndexOf(second) is var other && one < other;
        });
}
