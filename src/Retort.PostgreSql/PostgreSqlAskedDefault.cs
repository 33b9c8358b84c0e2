namespace Retort;

/// <summary>A default that PostgreSQL is asked about once for all columns that declare it, because it prints it alike for the same type.</summary>
/// <param name="declared">The columns, and their tables.</param>
internal sealed class PostgreSqlAskedDefault(List<(Table Table, Column Column)> declared)
{
    /// <summary>How many are asked about in one table, of whose columns PostgreSQL allows 1,600.</summary>
    public const int Most = 1_000;

    private const string Name = "retort_defaults";

    /// <summary>What PostgreSQL made of each column's default; NULL: nothing.</summary>
    public const string Query = $"""
        SELECT a.attname, pg_get_expr(d.adbin, d.adrelid)
        FROM pg_attribute AS a LEFT JOIN pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attrelid = 'pg_temp.{Name}'::regclass AND a.attnum > 0
        """;

    /// <summary>The tables that have it.</summary>
    public IEnumerable<Table> Tables => declared.Select(each => each.Table);

    /// <summary>The defaults whose texts are not the same in both.</summary>
    public static List<PostgreSqlAskedDefault> Of(
        IEnumerable<(Table Declared, Table Found)> pairs,
        PostgreSqlDialect dialect
    ) =>
        [
            .. from pair in pairs
            from column in pair.Declared.Columns
            where column.Computed is null && dialect.Ddl.DefaultOf(column) is not null
            let found = pair.Found.FindColumn(column.Name)
            where found is not null && !dialect.Norms.SameDefault(column, found)
            group (pair.Declared, column) by (
                dialect.Types.Ddl(column.Type),
                column.Collation,
                dialect.Ddl.DefaultOf(column)
            ) into same
            select new PostgreSqlAskedDefault([.. same]),
        ];

    /// <summary>One table with a column for each.</summary>
    public static IEnumerable<string> Creation(PostgreSqlAskedDefault[] asked, PostgreSqlDialect dialect) =>
        [
            dialect.Ddl.Compile(
                new CreateTable(
                    new Table(
                        new TableName(Name, "pg_temp"),
                        asked.Select((each, number) => each.Column(NameOf(number)))
                    )
                )
            ),
        ];

    /// <summary>The name of the column that asks about the default at this place.</summary>
    public static string NameOf(int number) => $"c{number}";

    /// <summary>Keeps what was read for each column that declares it.</summary>
    public void Remember(string? text, Dictionary<object, object> canonical)
    {
        ServerDefault read = text is null ? (string?)null : new SqlFragment(text);
        foreach (var (_, column) in declared)
            canonical[column] = column with { ServerDefault = read };
    }

    private Column Column(string name)
    {
        var column = declared[0].Column;
        return new(name, column.Type) { Collation = column.Collation, ServerDefault = column.ServerDefault };
    }
}
