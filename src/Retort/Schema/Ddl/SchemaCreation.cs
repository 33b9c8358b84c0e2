namespace Retort;

/// <summary>The changes that make a schema where there is none of it, in order.</summary>
public static class SchemaCreation
{
    /// <summary>What tables need, the tables with their indexes and comments, keys between tables that need each other, what needs tables.</summary>
    /// <param name="schema">What is wanted.</param>
    /// <param name="syntax">What the database can.</param>
    /// <param name="present">Objects beside tables that are there already; null: none.</param>
    public static IEnumerable<DdlElement> Of(
        MetaData schema,
        SqlSyntax syntax,
        IEnumerable<SchemaObject>? present = null
    )
    {
        var there = (present ?? []).Select(each => (each.Kind, each.Name)).ToHashSet();
        var objects = ImpliedObjects
            .And(schema, syntax)
            .Where(each => !there.Contains((each.Kind, each.Name)))
            .ToList();
        return
        [
            .. objects.Where(each => !each.NeedsTables).SelectMany(Of),
            .. Of(schema.Sorted, syntax),
            .. objects.Where(each => each.NeedsTables).SelectMany(Of),
        ];
    }

    /// <summary>A table with its indexes and comments.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ifNotExists">Whether what is there already of the same names is left as it is.</param>
    public static IEnumerable<DdlElement> Of(Table table, bool ifNotExists = false) =>
        [
            new CreateTable(table) { IfNotExists = ifNotExists },
            .. table.Indexes.Select(index => new CreateIndex(table.FullName, index) { IfNotExists = ifNotExists }),
            .. Comments(table),
        ];

    /// <summary>An object that is no table, with its comment.</summary>
    public static IEnumerable<DdlElement> Of(SchemaObject created) =>
        created.Comment is null
            ? [new CreateObject(created)]
            : [new CreateObject(created), new CommentOnObject(created)];

    /// <summary>
    /// Tables in their order, each with the constraints that can only be added behind all of them: where ALTER TABLE can add a key, one to a
    /// table that comes later; and a constraint that is not to be checked for rows, of which a new table has none.
    /// </summary>
    /// <param name="tables">The tables, in the order in which they are created.</param>
    /// <param name="syntax">What the database can.</param>
    public static IReadOnlyList<(Table Table, IReadOnlyList<Constraint> Later)> Split(
        IReadOnlyList<Table> tables,
        SqlSyntax syntax
    )
    {
        var all = tables.Select(table => table.FullName).ToHashSet();
        var there = new HashSet<TableName>();
        var parts = new List<(Table, IReadOnlyList<Constraint>)>();
        foreach (var table in tables)
        {
            there.Add(table.FullName);
            var waiting = syntax.AlterTable ? table.Constraints.Where(each => Waits(each, all, there)).ToList() : [];
            parts.Add((waiting.Count == 0 ? table : table.With(table.Elements.Except(waiting)), waiting));
        }
        return parts;
    }

    private static IEnumerable<DdlElement> Of(IReadOnlyList<Table> tables, SqlSyntax syntax)
    {
        var parts = Split(tables, syntax);
        return
        [
            .. parts.SelectMany(part => Of(part.Table)),
            .. from part in parts
            from constraint in part.Later
            from element in Added(part.Table, constraint)
            select element,
        ];
    }

    private static IEnumerable<DdlElement> Added(Table table, Constraint constraint) =>
        [new AddConstraint(table.FullName, constraint), .. Comments(table, constraint)];

    private static bool Waits(Constraint constraint, HashSet<TableName> all, HashSet<TableName> there) =>
        constraint switch
        {
            CheckConstraint check => check.NotValid,
            ForeignKeyConstraint key => key.NotValid || all.Contains(key.Table) && !there.Contains(key.Table),
            _ => false,
        };

    private static IEnumerable<DdlElement> Comments(Table table) =>
        [
            .. table.Comment is null
                ? Enumerable.Empty<DdlElement>()
                : [new SetComment(table.FullName, null, table.Comment)],
            .. table
                .Columns.Where(column => column.Comment is not null)
                .Select(column => new SetComment(table.FullName, column.Name, column.Comment)),
            .. table.Constraints.SelectMany(constraint => Comments(table, constraint)),
            .. table
                .Indexes.Where(index => index.Comment is not null)
                .Select(index => new CommentOnIndex(table.FullName, index.Name!, index.Comment)),
        ];

    private static IEnumerable<DdlElement> Comments(Table table, Constraint constraint) =>
        constraint.Comment is null
            ? []
            : [new CommentOnConstraint(table.FullName, constraint.Name!, constraint.Comment)];
}
