using System.Runtime.CompilerServices;

namespace Retort;

/// <summary>Where statements begin, for <c>using static Retort.Sql</c>.</summary>
public static class Sql
{
    /// <summary>All rows of a table.</summary>
    public static Query<E, C> Select<E, C, O>(ITable<E, C, O> table)
        where E : class, IModel<E>
        where C : struct, IColumns<C>, ISelectable<E>
        where O : struct, IColumns<O>
    {
        var source = new Source(table.Source);
        var columns = C.At(source);
        return new Query<E, C>(new SelectStatement(source) { Columns = [.. columns.Nodes] }, columns, columns);
    }

    /// <summary>A new row of a table, by values.</summary>
    public static Insert<C> Insert<E, C, O>(ITable<E, C, O> table)
        where E : class, IModel<E>
        where C : struct, IColumns<C>, ISelectable<E>
        where O : struct, IColumns<O>
    {
        var source = new Source(table.Source);
        return new Insert<C>(new InsertStatement(source), C.At(source));
    }

    /// <summary>Changes all rows of a table; narrow it with <c>Where</c>.</summary>
    public static Update<C> Update<E, C, O>(ITable<E, C, O> table)
        where E : class, IModel<E>
        where C : struct, IColumns<C>, ISelectable<E>
        where O : struct, IColumns<O>
    {
        var source = new Source(table.Source);
        return new Update<C>(new UpdateStatement(source), C.At(source));
    }

    /// <summary>Deletes all rows of a table; narrow it with <c>Where</c>.</summary>
    public static Delete<C> Delete<E, C, O>(ITable<E, C, O> table)
        where E : class, IModel<E>
        where C : struct, IColumns<C>, ISelectable<E>
        where O : struct, IColumns<O>
    {
        var source = new Source(table.Source);
        return new Delete<C>(new DeleteStatement(source), C.At(source));
    }

    /// <summary>All rows of a table that has no model.</summary>
    [OverloadResolutionPriority(-1)] // a table of a model is one too
    public static Query<TableRow, TableColumns> Select(TableSource table)
    {
        var (source, columns) = At(table);
        return new(
            new SelectStatement(source) { Columns = [.. source.AllColumns()] },
            columns,
            columns,
            tracked: false
        );
    }

    /// <summary>A new row of a table that has no model.</summary>
    [OverloadResolutionPriority(-1)]
    public static Insert<TableColumns> Insert(TableSource table)
    {
        var (source, columns) = At(table);
        return new(new InsertStatement(source), columns);
    }

    /// <summary>Changes all rows of a table that has no model; narrow it with <c>Where</c>.</summary>
    [OverloadResolutionPriority(-1)]
    public static Update<TableColumns> Update(TableSource table)
    {
        var (source, columns) = At(table);
        return new(new UpdateStatement(source), columns);
    }

    /// <summary>Deletes all rows of a table that has no model; narrow it with <c>Where</c>.</summary>
    [OverloadResolutionPriority(-1)]
    public static Delete<TableColumns> Delete(TableSource table)
    {
        var (source, columns) = At(table);
        return new(new DeleteStatement(source), columns);
    }

    private static (Source Source, TableColumns Columns) At(TableSource table)
    {
        var source = new Source(table);
        return (source, At<TableColumns>(source));
    }

    private static C At<C>(Source source)
        where C : struct, IColumns<C> => C.At(source);
}
