namespace Retort.Migrations;

/// <summary>The two schemas that are compared, and the differences found so far.</summary>
internal sealed class Comparison
{
    private readonly List<Change> _changes = [];

    public Comparison(MetaData declared, MetaData database, SchemaNorms norms)
    {
        Norms = norms;
        Added = [.. declared.Sorted.Where(table => database.Find(table.FullName) is null)];
        Removed = [.. database.Sorted.Where(table => declared.Find(table.FullName) is null)];
        Common =
        [
            .. from table in declared.Sorted
            let found = database.Find(table.FullName)
            where found is not null
            select new TablePair(table, found),
        ];
    }

    /// <summary>What is equal.</summary>
    public SchemaNorms Norms { get; }

    /// <summary>Tables that only the models have, referred ones first.</summary>
    public IReadOnlyList<Table> Added { get; }

    /// <summary>Tables that only the database has, referred ones first.</summary>
    public IReadOnlyList<Table> Removed { get; }

    /// <summary>Tables that both have, referred ones first.</summary>
    public IReadOnlyList<TablePair> Common { get; }

    /// <summary>The differences, as they were found.</summary>
    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>Adds a difference.</summary>
    public void Add(Phase phase, Operation operation, params IReadOnlyList<string> words) =>
        _changes.Add(new Change(phase, operation, words));
}

/// <summary>A table as it is declared and as it is in the database.</summary>
internal sealed record TablePair(Table Declared, Table Found)
{
    public TableName Name => Declared.FullName;

    /// <summary>Columns that both have.</summary>
    public IEnumerable<(Column Declared, Column Found)> Columns =>
        from column in Declared.Columns
        let found = Found.FindColumn(column.Name)
        where found is not null
        select (column, found);
}
