using System.Collections.Concurrent;

namespace Retort;

/// <summary>What a statement does with rows of a table by their keys.</summary>
internal enum RowStatementKind
{
    /// <summary>Reads the row of a key.</summary>
    Select,

    /// <summary>Inserts a row.</summary>
    Insert,

    /// <summary>Updates the row of a key.</summary>
    Update,

    /// <summary>Deletes the row of a key.</summary>
    Delete,
}

/// <summary>The shape of a statement for one row: statements of one shape have one text.</summary>
/// <param name="Table">The table.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Columns">The columns that it writes.</param>
internal readonly record struct RowStatement(TableSource Table, RowStatementKind Kind, ColumnSet Columns);

/// <summary>The texts of statements for one row, each written once for an engine.</summary>
internal sealed class StatementCache
{
    private readonly ConcurrentDictionary<RowStatement, CompiledSql> _compiled = [];

    /// <summary>The statement of a shape.</summary>
    public CompiledSql Get<TArgument>(
        RowStatement shape,
        Func<RowStatement, TArgument, CompiledSql> compile,
        TArgument argument
    ) => _compiled.GetOrAdd(shape, compile, argument);
}
