namespace Retort;

/// <summary>A collection of tables, and of other objects, that belong together. Immutable.</summary>
public sealed class MetaData
{
    private readonly Dictionary<TableName, Table> _byName = [];

    /// <summary>The tables, in any order.</summary>
    /// <exception cref="SchemaException">Two tables have one name.</exception>
    public MetaData(params IEnumerable<Table> tables)
    {
        Tables = [.. tables];
        foreach (var table in Tables)
            if (!_byName.TryAdd(table.FullName, table))
                throw SchemaException.DuplicateTable(table.FullName);
    }

    /// <summary>Puts several together.</summary>
    /// <exception cref="SchemaException">A table is in two of them.</exception>
    public static MetaData Of(params IReadOnlyList<MetaData> parts) =>
        new(parts.SelectMany(part => part.Tables))
        {
            Objects = [.. parts.SelectMany(part => part.Objects).Distinct()],
            Warnings = [.. parts.SelectMany(part => part.Warnings)],
        };

    /// <summary>The tables as they were given.</summary>
    public IReadOnlyList<Table> Tables { get; }

    /// <summary>
    /// The tables in an order in which they can be created: a table stands behind those that its foreign keys refer to.
    /// Within a cycle, and where nothing says otherwise, the order is that of the names.
    /// </summary>
    public IReadOnlyList<Table> Sorted => field ??= TableSorter.Sort(Tables);

    /// <summary>What there is beside tables, in an order in which it can be created.</summary>
    public IReadOnlyList<SchemaObject> Objects { get; init; } = [];

    /// <summary>What was met in a database and is carried as it is, or could not be read: one text each, for a warning.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The table of a name; null where there is none.</summary>
    public Table? Find(TableName name) => _byName.GetValueOrDefault(name);
}
