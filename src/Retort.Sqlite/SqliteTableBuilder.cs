namespace Retort;

/// <summary>Makes a <see cref="Table"/> of what a statement says: names in one spelling, references resolved, SQLite's own rules applied.</summary>
internal static class SqliteTableBuilder
{
    /// <summary>The table, given all tables of the database and the table's indexes.</summary>
    public static Table Build(
        SqliteTableSql sql,
        IReadOnlyDictionary<string, SqliteTableSql> all,
        IEnumerable<TableIndex> indexes
    )
    {
        var constraints = sql.Constraints.Select(each => Resolve(each, sql, all)).ToList();
        var key = constraints.OfType<PrimaryKeyConstraint>().SingleOrDefault();
        var columns = sql.Columns.Select(column => IsRowId(column, key) ? column with { Nullable = false } : column);
        return new Table(sql.Name, [.. columns, .. constraints], indexes.Select(index => Resolve(index, sql)))
        {
            Options = sql.Options,
            NotModelled = sql.NotModelled,
        };
    }

    /// <summary>A key of one column that is declared exactly INTEGER is the rowid, which is never NULL (https://sqlite.org/autoinc.html).</summary>
    private static bool IsRowId(Column column, PrimaryKeyConstraint? key) =>
        key?.Columns is [var only] && only == column.Name && column.Type is Integer;

    private static Constraint Resolve(
        Constraint constraint,
        SqliteTableSql table,
        IReadOnlyDictionary<string, SqliteTableSql> all
    ) =>
        constraint switch
        {
            PrimaryKeyConstraint key => key with { Columns = Spelled(key.Columns, table) },
            UniqueConstraint unique => unique with { Columns = Spelled(unique.Columns, table) },
            ForeignKeyConstraint key => Resolve(key, table, all.GetValueOrDefault(key.Table.Name)),
            _ => constraint,
        };

    /// <summary>A foreign key that names no columns refers to the primary key.</summary>
    private static ForeignKeyConstraint Resolve(
        ForeignKeyConstraint key,
        SqliteTableSql table,
        SqliteTableSql? referred
    )
    {
        var columns = Spelled(key.Columns, table);
        if (referred is null)
            return key with { Columns = columns, References = key.References.Count > 0 ? key.References : key.Columns };
        var primary = referred.Constraints.OfType<PrimaryKeyConstraint>().SingleOrDefault()?.Columns ?? [];
        return key with
        {
            Columns = columns,
            Table = referred.Name,
            References = Spelled(key.References.Count > 0 ? key.References : primary, referred),
        };
    }

    private static TableIndex Resolve(TableIndex index, SqliteTableSql table) =>
        index with
        {
            Elements =
            [
                .. index.Elements.Items.Select(each =>
                    each.IsExpression ? each : each with { Text = Spelled(each.Text, table) }
                ),
            ],
        };

    private static ColumnNames Spelled(ColumnNames names, SqliteTableSql table) =>
        [.. names.Select(name => Spelled(name, table))];

    /// <summary>SQLite finds names whatever their case; here a column has one spelling, that of its declaration.</summary>
    private static string Spelled(string name, SqliteTableSql table) =>
        table.Columns.FirstOrDefault(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name
        ?? name;
}
