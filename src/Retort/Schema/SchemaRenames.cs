namespace Retort;

/// <summary>What tables become when one of them, or a column, gets another name: what refers to it follows, as it does in a database.</summary>
public static class SchemaRenames
{
    /// <summary>The tables after <c>ALTER TABLE … RENAME TO</c>: foreign keys follow.</summary>
    public static IEnumerable<Table> Apply(IEnumerable<Table> tables, RenameTable rename)
    {
        var renamed = rename.Table with { Name = rename.NewName };
        return tables.Select(table =>
            table.With(
                table.Elements.Select(each =>
                    each is ForeignKeyConstraint key && key.Table == rename.Table ? key with { Table = renamed } : each
                ),
                name: table.FullName == rename.Table ? renamed : table.FullName
            )
        );
    }

    /// <summary>The tables after <c>ALTER TABLE … RENAME COLUMN</c>: constraints, indexes and expressions follow, and keys that refer to the column.</summary>
    /// <param name="tables">The tables before.</param>
    /// <param name="rename">The column.</param>
    /// <param name="syntax">How names are quoted in expressions.</param>
    public static IEnumerable<Table> Apply(IEnumerable<Table> tables, RenameColumn rename, SqlSyntax syntax) =>
        tables.Select(table =>
            table.FullName == rename.Table
                ? table.With(
                    table.Elements.Select(each => Element(each, rename, syntax)),
                    table.Indexes.Select(each => Index(each, rename, syntax))
                )
                : table.With(table.Elements.Select(each => Reference(each, rename)))
        );

    private static ITableElement Element(ITableElement element, RenameColumn rename, SqlSyntax syntax)
    {
        return Reference(element, rename) switch
        {
            Column column => column with
            {
                Name = Name(column.Name),
                Computed = column.Computed is { } computed ? computed with { Text = Text(computed.Text) } : null,
            },
            PrimaryKeyConstraint key => key with
            {
                Columns = Names(key.Columns),
                Include = [.. key.Include.Select(Name)],
            },
            UniqueConstraint unique => unique with
            {
                Columns = Names(unique.Columns),
                Include = [.. unique.Include.Select(Name)],
            },
            CheckConstraint check => check with { Sql = Text(check.Sql) },
            ForeignKeyConstraint key => key with { Columns = Names(key.Columns) },
            ExclusionConstraint exclusion => exclusion with
            {
                Elements =
                [
                    .. exclusion.Elements.Select(each => each with { Element = Indexed(each.Element, rename, syntax) }),
                ],
                Where = exclusion.Where is { } where ? Text(where) : null,
            },
            var other => other,
        };

        string Name(string name) => name == rename.Column ? rename.NewName : name;
        ColumnNames Names(ColumnNames names) => new([.. names.Select(Name)]);
        string Text(string sql) => SqlNames.Rename(sql, rename.Column, rename.NewName, syntax);
    }

    private static ITableElement Reference(ITableElement element, RenameColumn rename) =>
        element is ForeignKeyConstraint key && key.Table == rename.Table
            ? key with
            {
                References = new([.. key.References.Select(name => name == rename.Column ? rename.NewName : name)]),
            }
            : element;

    private static TableIndex Index(TableIndex index, RenameColumn rename, SqlSyntax syntax) =>
        index with
        {
            Elements = [.. index.Elements.Select(each => Indexed(each, rename, syntax))],
            Include = [.. index.Include.Select(name => name == rename.Column ? rename.NewName : name)],
            Where = index.Where is { } where ? SqlNames.Rename(where, rename.Column, rename.NewName, syntax) : null,
        };

    private static IndexElement Indexed(IndexElement element, RenameColumn rename, SqlSyntax syntax) =>
        element.IsExpression
            ? element with
            {
                Text = SqlNames.Rename(element.Text, rename.Column, rename.NewName, syntax),
            }
        : element.Text == rename.Column ? element with { Text = rename.NewName }
        : element;
}
