namespace Retort.Migrations;

/// <summary>Indexes and constraints as objects that are carried in SQL, beside a model that cannot say them.</summary>
internal static class CarriedElements
{
    private const string IndexKind = "index";
    private const string ConstraintKind = "constraint";

    /// <summary>The schema of a database with those constraints and indexes as objects that are declared as carried.</summary>
    public static MetaData Split(MetaData database, IReadOnlyList<SchemaObject> declared, DdlCompiler ddl)
    {
        if (!declared.Any(each => each is CarriedObject { Kind: IndexKind or ConstraintKind }))
            return database;
        var parts = database.Tables.Select(table => Split(table, ddl, declared)).ToList();
        return new MetaData(parts.Select(part => part.Said))
        {
            Objects = [.. database.Objects, .. parts.SelectMany(part => part.Carried)],
            Warnings = database.Warnings,
        };
    }

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

    /// <summary>The table without the constraints and indexes that are carried, and those as objects.</summary>
    public static (Table Said, IReadOnlyList<CarriedObject> Carried) Split(
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
        var said = table.With(
            table.Elements.Except(constraints.OfType<ITableElement>()),
            table.Indexes.Except(indexes)
        );
        return (
            said,
            [.. constraints.Select(each => Of(table, each, ddl)), .. indexes.Select(each => Of(table, each, ddl))]
        );
    }

    private static CarriedObject Of(Table table, Constraint constraint, DdlCompiler ddl) =>
        new(ConstraintKind, NameOf(table, constraint), ddl.Compile(new AddConstraint(table.FullName, constraint)) + ";")
        {
            AfterTables = true,
            DropSql = ddl.Compile(new DropConstraint(table.FullName, constraint.Name!)),
        };

    private static CarriedObject Of(Table table, TableIndex index, DdlCompiler ddl) =>
        new(IndexKind, NameOf(table, index), ddl.Compile(new CreateIndex(table.FullName, index)) + ";")
        {
            AfterTables = true,
        };

    private static TableName NameOf(Table table, Constraint constraint) =>
        new($"{table.Name}.{constraint.Name}", table.Schema);

    private static TableName NameOf(Table table, TableIndex index) => new(index.Name!, table.Schema);
}
