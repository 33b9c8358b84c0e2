namespace Retort.Migrations;

/// <summary>Indexes and constraints as objects that are carried in SQL, beside a model that cannot say them.</summary>
internal static class CarriedElement
{
    private const string IndexKind = "index";
    private const string ConstraintKind = "constraint";

    /// <summary>The table without what attributes cannot say, and that as objects.</summary>
    public static (Table Said, IReadOnlyList<CarriedObject> Carried) Split(Table table, DdlCompiler ddl) =>
        Split(table, ddl, constraint => !CanSay(constraint), index => !CanSay(index));

    /// <summary>The table of a database without what is declared as carried, and that as objects to compare.</summary>
    public static (Table Said, IReadOnlyList<CarriedObject> Carried) Split(
        Table table,
        DdlCompiler ddl,
        IReadOnlyList<SchemaObject> declared
    )
    {
        var names = declared.OfType<CarriedObject>().Select(each => (each.Kind, each.Name)).ToHashSet();
        return Split(
            table,
            ddl,
            constraint => names.Contains((ConstraintKind, NameOf(table, constraint))),
            index => names.Contains((IndexKind, NameOf(table, index)))
        );
    }

    private static (Table Said, IReadOnlyList<CarriedObject> Carried) Split(
        Table table,
        DdlCompiler ddl,
        Predicate<Constraint> isCarriedConstraint,
        Predicate<TableIndex> isCarriedIndex
    )
    {
        var constraints = table.Constraints.Where(each => isCarriedConstraint(each)).ToList();
        var indexes = table.Indexes.Where(each => isCarriedIndex(each)).ToList();
        if (constraints.Count + indexes.Count == 0)
            return (table, []);
        var said = new Table(
            table.FullName,
            table.Elements.Except(constraints.OfType<ITableElement>()),
            table.Indexes.Except(indexes)
        )
        {
            Options = table.Options,
            Comment = table.Comment,
            NotModelled = table.NotModelled,
        };
        return (
            said,
            [.. constraints.Select(each => Of(table, each, ddl)), .. indexes.Select(each => Of(table, each, ddl))]
        );
    }

    private static CarriedObject Of(Table table, Constraint constraint, DdlCompiler ddl) =>
        new(ConstraintKind, NameOf(table, constraint), ddl.Compile(new AddConstraint(table.FullName, constraint)) + ";")
        {
            AfterTables = true,
        };

    private static CarriedObject Of(Table table, TableIndex index, DdlCompiler ddl) =>
        new(IndexKind, NameOf(table, index), ddl.Compile(new CreateIndex(table.FullName, index)) + ";")
        {
            AfterTables = true,
        };

    private static TableName NameOf(Table table, Constraint constraint) =>
        new($"{table.Name}.{constraint.Name}", table.Schema);

    private static TableName NameOf(Table table, TableIndex index) => new(index.Name!, table.Schema);

    private static bool CanSay(Constraint constraint) =>
        constraint switch
        {
            { Comment: not null } => false,
            PrimaryKeyConstraint key => key.Include.Count == 0,
            UniqueConstraint unique => unique.Include.Count == 0,
            CheckConstraint check => check is { NotValid: false, NoInherit: false },
            ForeignKeyConstraint key => key is { NotValid: false, MatchFull: false },
            _ => false,
        };

    private static bool CanSay(TableIndex index) =>
        index is { Storage: null, Tablespace: null, Comment: null }
        && index.Elements.All(element =>
            element is { IsExpression: false, Nulls: null, Collation: null, OperatorClass: null }
        );
}
