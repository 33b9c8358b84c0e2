using System.Collections.Immutable;

namespace Retort;

/// <summary>The statements for one row of a table, by key. Their values are written for each row; only the texts are kept.</summary>
internal static class RowStatements
{
    /// <summary>SELECT of all columns.</summary>
    public static CompiledSql Select(Engine engine, Table table, EntityMap map) =>
        engine.Statements.Get(
            new RowStatement(table, RowStatementKind.Select, default),
            static (shape, with) =>
            {
                var source = new Source(shape.Table);
                var select = new SelectStatement(source)
                {
                    Columns = [.. source.AllColumns()],
                    Where = Key(source, with.map),
                };
                return with.engine.Dialect.NewCompiler().Compile(select);
            },
            (engine, map)
        );

    /// <summary>INSERT of the columns; gives back those that the database fills in.</summary>
    public static CompiledSql Insert(Engine engine, Table table, EntityMap map, ColumnSet columns) =>
        engine.Statements.Get(
            new RowStatement(table, RowStatementKind.Insert, columns),
            static (shape, with) =>
            {
                var source = new Source(shape.Table);
                var returning = with.map.ServerColumns.Except(shape.Columns).Positions();
                var insert = new InsertStatement(source)
                {
                    Set = Values(source, shape.Columns),
                    Returning = [.. returning.Select(source.Column)],
                };
                return with.engine.Dialect.NewCompiler().Compile(insert);
            },
            (engine, map)
        );

    /// <summary>UPDATE of the columns; gives back those that the database sets at each update.</summary>
    public static CompiledSql Update(Engine engine, Table table, EntityMap map, ColumnSet columns) =>
        engine.Statements.Get(
            new RowStatement(table, RowStatementKind.Update, columns),
            static (shape, with) =>
            {
                var source = new Source(shape.Table);
                var returning = with.map.UpdateColumns.Except(shape.Columns).Positions();
                var update = new UpdateStatement(source)
                {
                    Set = Values(source, shape.Columns),
                    Where = Key(source, with.map),
                    Returning = [.. returning.Select(source.Column)],
                };
                return with.engine.Dialect.NewCompiler().Compile(update);
            },
            (engine, map)
        );

    /// <summary>DELETE.</summary>
    public static CompiledSql Delete(Engine engine, Table table, EntityMap map) =>
        engine.Statements.Get(
            new RowStatement(table, RowStatementKind.Delete, default),
            static (shape, with) =>
            {
                var source = new Source(shape.Table);
                return with
                    .engine.Dialect.NewCompiler()
                    .Compile(new DeleteStatement(source) { Where = Key(source, with.map) });
            },
            (engine, map)
        );

    private static ImmutableArray<Assignment> Values(Source source, ColumnSet columns) =>
        [.. columns.Positions().Select(column => new Assignment(source.Column(column), Placeholder))];

    private static ImmutableArray<SqlNode> Key(Source source, EntityMap map) =>
        [.. map.KeyColumns.Select(column => new BinaryNode(source.Column(column), BinaryOperator.Equal, Placeholder))];

    /// <summary>A parameter whose value is written later.</summary>
    private static ParameterNode Placeholder => new(null, null);
}
