using System.Diagnostics;

namespace Retort;

/// <summary>What a table becomes when changes are made to it.</summary>
public static class TableChanges
{
    /// <summary>
    /// The table after the changes, which are changes of this table or of its indexes. A column that is dropped takes with it the keys and
    /// indexes that hold it. (RENAME COLUMN is not among the changes: each database does it itself, in expressions too.)
    /// </summary>
    /// <exception cref="SchemaException">A change names what the table has not, or adds what it has.</exception>
    public static Table Apply(Table table, IEnumerable<DdlElement> changes) => changes.Aggregate(table, Apply);

    private static Table Apply(Table table, DdlElement change) =>
        change switch
        {
            AddColumn { IfNotExists: true } add when HasColumn(table, add.Column.Name) => table,
            DropColumn { IfExists: true } drop when !HasColumn(table, drop.Column) => table,
            CreateIndex { IfNotExists: true, Index.Name: { } name } when HasIndex(table, name) => table,
            DropIndex { IfExists: true } drop when !HasIndex(table, drop.Name) => table,
            AddColumn add => With(table, [.. table.Elements, add.Column], table.Indexes),
            DropColumn drop => Drop(table, Column(table, drop.Column).Name),
            AlterColumn alter => Alter(table, Column(table, alter.Column), alter),
            AddConstraint { UsingIndex: { } index } add => Add(DropIndex(table, index), add.Constraint),
            AddConstraint add => Add(table, add.Constraint),
            DropConstraint drop => With(table, Without(table, drop.Name), table.Indexes),
            RenameConstraint rename => Rename(table, rename),
            RenameIndex rename => Rename(table, rename),
            CreateIndex create => With(table, table.Elements, [.. table.Indexes, create.Index]),
            DropIndex drop => DropIndex(table, drop.Name),
            SetComment comment => Comment(table, comment),
            CountOn or AddSerial or DropSerial or FillNulls => table,
            SetTableOptions options => With(table, table.Elements, table.Indexes, table.Comment, options.Options),
            _ => throw new UnreachableException(),
        };

    private static Table Drop(Table table, string column) =>
        With(
            table,
            table.Elements.Where(element =>
                element switch
                {
                    Column other => other.Name != column,
                    PrimaryKeyConstraint key => !key.Columns.Contains(column),
                    UniqueConstraint unique => !unique.Columns.Contains(column),
                    ForeignKeyConstraint key => !key.Columns.Contains(column),
                    _ => true,
                }
            ),
            table.Indexes.Where(index => !index.Elements.Any(each => !each.IsExpression && each.Text == column))
        );

    private static Table Alter(Table table, Column column, AlterColumn alter)
    {
        var altered = column with
        {
            Type = alter.Type ?? column.Type,
            Nullable = alter.Nullable ?? column.Nullable,
            Collation = alter.Collation switch
            {
                null => column.Collation,
                "" => null,
                var collation => collation,
            },
            Autoincrement = alter.Identity is { } counted
                ? counted.Kind is not IdentityKind.None
                : column.Autoincrement,
            Identity = alter.Identity switch
            {
                null => column.Identity,
                { Kind: IdentityKind.None } => null,
                var identity => identity,
            },
            ServerDefault = alter.ServerDefault switch
            {
                { IsSet: false } => column.ServerDefault,
                { Exists: false } => default,
                var standard => standard,
            },
        };
        return With(
            table,
            table.Elements.Select(element => ReferenceEquals(element, column) ? altered : element),
            table.Indexes
        );
    }

    private static Table Comment(Table table, SetComment comment) =>
        comment.Column is not { } name
            ? With(table, table.Elements, table.Indexes, comment.Text, table.Options)
            : With(
                table,
                table.Elements.Select(element =>
                    ReferenceEquals(element, Column(table, name))
                        ? (Column)element with
                        {
                            Comment = comment.Text,
                        }
                        : element
                ),
                table.Indexes
            );

    private static Table Add(Table table, Constraint constraint) =>
        constraint is PrimaryKeyConstraint && table.PrimaryKey is { } key
            ? throw SchemaException.SecondPrimaryKey(table.FullName, key.Name)
            : With(table, [.. table.Elements, constraint], table.Indexes);

    private static List<ITableElement> Without(Table table, string constraint)
    {
        var dropped = Constraint(table, constraint);
        return [.. table.Elements.Where(element => !ReferenceEquals(element, dropped))];
    }

    private static Table Rename(Table table, RenameConstraint rename)
    {
        var renamed = Constraint(table, rename.Name);
        return With(
            table,
            table.Elements.Select(element =>
                ReferenceEquals(element, renamed) ? renamed with { Name = rename.NewName } : element
            ),
            table.Indexes
        );
    }

    private static Constraint Constraint(Table table, string name) =>
        table.Constraints.FirstOrDefault(each => IsNamed(each.Name, name))
        ?? throw SchemaException.UnknownElement(
            table.FullName,
            "constraint",
            name,
            table.Constraints.Select(each => each.Name)
        );

    private static Table Rename(Table table, RenameIndex rename)
    {
        var renamed = Index(table, rename.Name);
        return With(
            table,
            table.Elements,
            table.Indexes.Select(index =>
                ReferenceEquals(index, renamed) ? renamed with { Name = rename.NewName } : index
            )
        );
    }

    private static Table DropIndex(Table table, string name)
    {
        var dropped = Index(table, name);
        return With(table, table.Elements, table.Indexes.Where(index => !ReferenceEquals(index, dropped)));
    }

    private static TableIndex Index(Table table, string name) =>
        table.Indexes.FirstOrDefault(index => IsNamed(index.Name, name))
        ?? throw SchemaException.UnknownElement(
            table.FullName,
            "index",
            name,
            table.Indexes.Select(index => index.Name)
        );

    private static bool HasColumn(Table table, string name) => table.Columns.Any(column => IsNamed(column.Name, name));

    private static bool HasIndex(Table table, string name) => table.Indexes.Any(index => IsNamed(index.Name, name));

    private static Column Column(Table table, string name) =>
        table.Columns.FirstOrDefault(column => IsNamed(column.Name, name))
        ?? throw SchemaException.UnknownElement(
            table.FullName,
            "column",
            name,
            table.Columns.Select(column => column.Name)
        );

    /// <summary>A name as SQL means it, where nothing can differ in case alone.</summary>
    private static bool IsNamed(string? name, string wanted) =>
        string.Equals(name, wanted, StringComparison.OrdinalIgnoreCase);

    private static Table With(Table table, IEnumerable<ITableElement> elements, IEnumerable<TableIndex> indexes) =>
        With(table, elements, indexes, table.Comment, table.Options);

    private static Table With(
        Table table,
        IEnumerable<ITableElement> elements,
        IEnumerable<TableIndex> indexes,
        string? comment,
        string? options
    ) =>
        new(table.FullName, elements, indexes)
        {
            Options = options,
            Comment = comment,
            NotModelled = table.NotModelled,
        };
}
