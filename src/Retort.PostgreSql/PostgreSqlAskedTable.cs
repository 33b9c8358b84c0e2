namespace Retort;

/// <summary>The texts of a table that PostgreSQL is asked about: they name its columns, so that the table is created with them.</summary>
internal sealed class PostgreSqlAskedTable
{
    private readonly List<Column> _computed;
    private readonly List<CheckConstraint> _checks;
    private readonly List<ExclusionConstraint> _exclusions;
    private readonly List<TableIndex> _indexes;

    private PostgreSqlAskedTable(Table declared, Table found, SchemaNorms norms, int number)
    {
        (Declared, Name) = (declared, $"retort_{number}");
        _computed =
        [
            .. declared.Columns.Where(column =>
                column.Computed is not null
                && found.FindColumn(column.Name) is { } other
                && !norms.SameComputed(column, other)
            ),
        ];
        _checks =
        [
            .. Differing(
                declared.CheckConstraints,
                found.CheckConstraints,
                (one, other) => norms.SameCheck(found, one, other)
            ),
        ];
        _exclusions = [.. Differing(declared.Exclusions, found.Exclusions, norms.SameExclusion)];
        _indexes = [.. Differing(declared.Indexes, found.Indexes, (one, other) => norms.SameIndex(found, one, other))];
    }

    /// <summary>The table.</summary>
    public Table Declared { get; }

    /// <summary>The name that it is created with.</summary>
    public string Name { get; }

    private bool HasTexts => _computed.Count + _checks.Count + _exclusions.Count + _indexes.Count > 0;

    /// <summary>The tables with texts that are not the same in both: a difference that nobody has to ask about is none.</summary>
    public static List<PostgreSqlAskedTable> Of(
        IEnumerable<(Table Declared, Table Found)> pairs,
        PostgreSqlDialect dialect
    ) =>
        [
            .. pairs
                .Select((pair, number) => new PostgreSqlAskedTable(pair.Declared, pair.Found, dialect.Norms, number))
                .Where(table => table.HasTexts),
        ];

    /// <summary>The table with its columns and the texts, and nothing that needs none. Names are numbers, because others may be long or taken.</summary>
    public IEnumerable<string> Creation(PostgreSqlDialect dialect)
    {
        var table = new Table(
            new TableName(Name, "pg_temp"),
            [
                .. Declared.Columns.Select(Bare),
                .. _checks.Select((check, number) => check with { Name = NameOf("check", number) }),
                .. _exclusions.Select((exclusion, number) => exclusion with { Name = NameOf("exclusion", number) }),
            ],
            _indexes.Select((index, number) => index with { Name = NameOf("index", number), Tablespace = null })
        );
        return [dialect.Ddl.Compile(new CreateTable(table)), .. table.Indexes.Select(Created)];

        string Created(TableIndex index) => dialect.Ddl.Compile(new CreateIndex(table.FullName, index));
    }

    /// <summary>Keeps what was read for each text.</summary>
    public void Remember(Table read, Dictionary<object, object> canonical)
    {
        foreach (var column in _computed)
            canonical[column] = column with { Computed = read.FindColumn(column.Name)!.Computed };
        foreach (var (check, found) in Pairs("check", _checks, read.CheckConstraints, each => each.Name))
            canonical[check] = found;
        foreach (var (exclusion, found) in Pairs("exclusion", _exclusions, read.Exclusions, each => each.Name))
            canonical[exclusion] = found;
        foreach (var (index, found) in Pairs("index", _indexes, read.Indexes, each => each.Name))
            canonical[index] = found with { Tablespace = index.Tablespace, Comment = index.Comment };
    }

    private Column Bare(Column column) =>
        new(column.Name, column.Type)
        {
            Collation = column.Collation,
            Computed = _computed.Contains(column) ? column.Computed : null,
        };

    private string NameOf(string kind, int number) => $"{Name}_{kind}_{number}";

    private IEnumerable<(T Declared, T Found)> Pairs<T>(
        string kind,
        IEnumerable<T> declared,
        IEnumerable<T> read,
        Func<T, string?> name
    ) =>
        from each in declared.Select((element, number) => (element, name: NameOf(kind, number)))
        join found in read on each.name equals name(found)
        select (each.element, found);

    private static IEnumerable<T> Differing<T>(
        IEnumerable<T> declared,
        IReadOnlyList<T> found,
        Func<T, T, bool> same
    ) => declared.Where(each => !found.Any(other => same(each, other)));
}
