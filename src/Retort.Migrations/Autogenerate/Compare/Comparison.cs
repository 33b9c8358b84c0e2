namespace Retort.Migrations;

/// <summary>The two schemas that are compared, and the differences found so far.</summary>
public sealed class Comparison
{
    private readonly List<Change> _changes = [];

    private readonly Dictionary<(string, TableName), SchemaObject> _objects;
    private readonly HashSet<object> _declaredObjects;
    private readonly Dictionary<TableName, TablePair> _common;

    internal Comparison(
        MetaData declared,
        MetaData database,
        Dialect dialect,
        SchemaNorms norms,
        AutogenerateOptions options
    )
    {
        ComparedProperties = options.ComparedProperties;
        Norms = norms;
        Syntax = dialect.Syntax;
        Ddl = dialect.Ddl;
        Objects =
        [
            .. ImpliedObjects.And(declared, Syntax).Where(each => each.IsKnownTo(Syntax) && options.Includes(each)),
        ];
        FoundObjects = [.. database.Objects.Where(each => options.Includes(each))];
        _declaredObjects = new(declared.Objects, ReferenceEqualityComparer.Instance);
        _objects = database.Objects.ToDictionary(each => (each.Kind, each.Name));
        Added = [.. declared.Sorted.Where(table => database.Find(table.FullName) is null)];
        Removed = [.. database.Sorted.Where(table => declared.Find(table.FullName) is null)];
        Common =
        [
            .. from table in declared.Sorted
            let found = database.Find(table.FullName)
            where found is not null
            select new TablePair(table, found),
        ];
        _common = Common.ToDictionary(pair => pair.Name);
    }

    /// <summary>What is equal.</summary>
    public SchemaNorms Norms { get; }

    /// <summary>What is compared of a column that both have.</summary>
    internal Func<TableName, Column, Column, ColumnProperties> ComparedProperties { get; }

    /// <summary>What the database can.</summary>
    public SqlSyntax Syntax { get; }

    /// <summary>How the database is told.</summary>
    internal DdlCompiler Ddl { get; }

    /// <summary>What the models have beside tables, as far as the database knows such things, in an order in which it can be created.</summary>
    public IReadOnlyList<SchemaObject> Objects { get; }

    /// <summary>What the database has beside tables, in an order in which it could be created.</summary>
    public IReadOnlyList<SchemaObject> FoundObjects { get; }

    /// <summary>The same object in the database; null where there is none.</summary>
    public SchemaObject? FoundObject(SchemaObject declared) =>
        _objects.GetValueOrDefault((declared.Kind, declared.Name));

    /// <summary>Whether nobody declares an object that the models have, but tables use it.</summary>
    internal bool IsImplied(SchemaObject each) => !_declaredObjects.Contains(each);

    /// <summary>Tables that only the models have, referred ones first.</summary>
    public IReadOnlyList<Table> Added { get; }

    /// <summary>Tables that only the database has, referred ones first.</summary>
    public IReadOnlyList<Table> Removed { get; }

    /// <summary>Tables that both have, referred ones first.</summary>
    public IReadOnlyList<TablePair> Common { get; }

    /// <summary>The table of a name that both have; null where one has it not.</summary>
    internal TablePair? FindCommon(TableName name) => _common.GetValueOrDefault(name);

    /// <summary>The differences, as they were found.</summary>
    internal IReadOnlyList<Change> Changes => _changes;

    /// <summary>Whether a difference found so far drops the index or constraint of this name.</summary>
    public bool Drops(TableName table, string? name) =>
        _changes.Exists(change =>
            change.Operation is DropIndexOp index && (index.Table, index.Name) == (table, name)
            || change.Operation is DropConstraintOp constraint && (constraint.Table, constraint.Name) == (table, name)
        );

    /// <summary>Adds a difference.</summary>
    /// <param name="phase">When the operation comes.</param>
    /// <param name="operation">What brings the database to the models.</param>
    /// <param name="words">What was detected; nothing where another difference says it already.</param>
    public void Add(Phase phase, Operation operation, params IReadOnlyList<string> words) =>
        _changes.Add(new Change(phase, operation, words));
}

/// <summary>A table as it is declared and as it is in the database.</summary>
/// <param name="Declared">As the models have it.</param>
/// <param name="Found">As the database has it.</param>
public sealed record TablePair(Table Declared, Table Found)
{
    /// <summary>The table's name.</summary>
    public TableName Name => Declared.FullName;

    /// <summary>Columns that both have.</summary>
    public IEnumerable<(Column Declared, Column Found)> Columns =>
        from column in Declared.Columns
        let found = Found.FindColumn(column.Name)
        where found is not null
        select (column, found);
}
