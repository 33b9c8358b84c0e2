namespace Retort;

/// <summary>A table: columns, constraints and indexes, all with their final names. Immutable.</summary>
public class Table : TableSource
{
    private readonly Dictionary<string, Column> _byName = [];

    /// <summary>A table from its elements.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="elements">Columns, in order, constraints and indexes.</param>
    /// <param name="indexes">More indexes.</param>
    /// <param name="naming">Gives names to constraints and indexes that have none; null: <see cref="NamingConvention.Standard"/>.</param>
    /// <exception cref="SchemaException">Two columns have one name, or a key, constraint or index names a column that is not there.</exception>
    public Table(
        TableName name,
        IEnumerable<ITableElement> elements,
        IEnumerable<TableIndex>? indexes = null,
        NamingConvention? naming = null
    )
        : base(name.Name, name.Schema)
    {
        naming ??= NamingConvention.Standard;
        var all = elements.ToList();
        Columns = [.. all.OfType<Column>()];
        foreach (var column in Columns)
            if (!_byName.TryAdd(column.Name, column))
                throw SchemaException.DuplicateColumn(FullName, column.Name);
        var named = all.OfType<Constraint>().Select(each => naming.Apply(Name, each, _byName.Keys)).ToList();
        PrimaryKey = named.OfType<PrimaryKeyConstraint>().SingleOrDefault();
        UniqueConstraints = [.. named.OfType<UniqueConstraint>()];
        CheckConstraints = [.. named.OfType<CheckConstraint>()];
        ForeignKeys = [.. named.OfType<ForeignKeyConstraint>()];
        Exclusions = [.. named.OfType<ExclusionConstraint>()];
        Indexes = [.. all.OfType<TableIndex>().Concat(indexes ?? []).Select(index => naming.Apply(Name, index))];
        Comment = all.OfType<TableComment>().LastOrDefault()?.Text;
        Options = all.OfType<TableOptions>().LastOrDefault()?.Sql;
        RequireColumns();
    }

    /// <summary>A table from its elements: <c>new Table("hero", Column("id", Integer(), nullable: false), PrimaryKey("id"))</c>.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="elements">Columns, in order, constraints and indexes.</param>
    /// <exception cref="SchemaException">Two columns have one name, or a key, constraint or index names a column that is not there.</exception>
    public Table(TableName name, params ReadOnlySpan<ITableElement> elements)
        : this(name, elements.ToArray(), null) { }

    /// <summary>Name and schema.</summary>
    public TableName FullName => new(Name, Schema);

    /// <summary>The columns, in order.</summary>
    public new IReadOnlyList<Column> Columns { get; }

    /// <summary>The primary key; null: none.</summary>
    public PrimaryKeyConstraint? PrimaryKey { get; }

    /// <summary>The unique constraints; a unique index is in <see cref="Indexes"/>.</summary>
    public IReadOnlyList<UniqueConstraint> UniqueConstraints { get; }

    /// <summary>The checks.</summary>
    public IReadOnlyList<CheckConstraint> CheckConstraints { get; }

    /// <summary>The foreign keys from this table.</summary>
    public IReadOnlyList<ForeignKeyConstraint> ForeignKeys { get; }

    /// <summary>The exclusion constraints.</summary>
    public IReadOnlyList<ExclusionConstraint> Exclusions { get; }

    /// <summary>The indexes.</summary>
    public IReadOnlyList<TableIndex> Indexes { get; }

    /// <summary>What people are told about the table; kept in the database where it keeps comments.</summary>
    public string? Comment { get; init; }

    /// <summary>What stands behind the closing parenthesis of CREATE TABLE, such as <c>WITHOUT ROWID</c>; null: nothing.</summary>
    public string? Options { get; init; }

    /// <summary>Names that the table had before, in the same schema; not kept in the database.</summary>
    public ValueList<string> RenamedFrom { get; init; }

    /// <summary>What a database says of the table that has no place here, in words; a rebuild would lose it and therefore refuses.</summary>
    public IReadOnlyList<string> NotModelled { get; init; } = [];

    /// <summary>All constraints in the order in which CREATE TABLE lists them.</summary>
    public IEnumerable<Constraint> Constraints =>
        (PrimaryKey is null ? Enumerable.Empty<Constraint>() : [PrimaryKey])
            .Concat(UniqueConstraints)
            .Concat(CheckConstraints)
            .Concat(Exclusions)
            .Concat(ForeignKeys);

    /// <summary>Columns and constraints.</summary>
    public IEnumerable<ITableElement> Elements => [.. Columns, .. Constraints];

    /// <inheritdoc />
    protected override IReadOnlyList<ColumnSource> ColumnSources => Columns;

    /// <summary>The column of a name; null where there is none.</summary>
    public Column? FindColumn(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The table with other columns and constraints, and where they are given other indexes and another name.</summary>
    public Table With(
        IEnumerable<ITableElement> elements,
        IEnumerable<TableIndex>? indexes = null,
        TableName? name = null
    ) =>
        new(name ?? FullName, elements, indexes ?? Indexes)
        {
            Options = Options,
            Comment = Comment,
            RenamedFrom = RenamedFrom,
            NotModelled = NotModelled,
        };

    /// <summary>The name, with its schema where it has one.</summary>
    public override string ToString() => FullName.ToString();

    private void RequireColumns()
    {
        if (PrimaryKey is { } primary)
            Require(primary.Name, [.. primary.Columns, .. primary.Include]);
        foreach (var unique in UniqueConstraints)
            Require(unique.Name, [.. unique.Columns, .. unique.Include]);
        foreach (var key in ForeignKeys)
            Require(key.Name, key.Columns);
        foreach (var exclusion in Exclusions)
            Require(exclusion.Name, ColumnsOf(exclusion.Elements.Select(each => each.Element)));
        foreach (var index in Indexes)
            Require(index.Name, [.. ColumnsOf(index.Elements), .. index.Include]);
    }

    private static IEnumerable<string> ColumnsOf(IEnumerable<IndexElement> elements) =>
        elements.Where(each => !each.IsExpression).Select(each => each.Text);

    private void Require(string? element, IEnumerable<string> columns)
    {
        foreach (var column in columns)
            if (!_byName.ContainsKey(column))
                throw SchemaException.UnknownColumn(FullName, element, column);
    }
}
