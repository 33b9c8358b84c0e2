namespace Retort;

/// <summary>Makes changes of a schema, in the transaction that the connection has begun.</summary>
/// <remarks>A table is rebuilt where ALTER TABLE cannot make a change: rows, keys, indexes, triggers and counters stay, and so do the references of other tables.</remarks>
public static class SchemaChanger
{
    /// <summary>Makes the changes, in order.</summary>
    /// <exception cref="DatabaseException">The database refused one; those before it are made, until the transaction is rolled back.</exception>
    /// <exception cref="SchemaException">A change names what is not there.</exception>
    public static async ValueTask ExecuteAsync(
        Connection connection,
        IReadOnlyList<DdlElement> changes,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var step in SchemaStep.Plan(connection.Dialect.Ddl, changes))
            await ExecuteAsync(connection, step, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the changes of a step.</summary>
    /// <exception cref="DatabaseException">The database refused them.</exception>
    /// <exception cref="SchemaException">A change names what is not there.</exception>
    public static async ValueTask ExecuteAsync(
        Connection connection,
        SchemaStep step,
        CancellationToken cancellationToken = default
    )
    {
        if (step.Rebuilds is { } table)
            await RebuildAsync(connection, table, step, cancellationToken).ConfigureAwait(false);
        else
            await connection
                .ExecuteAsync(connection.Dialect.Ddl.Compile(step.Changes[0]), cancellationToken)
                .ConfigureAwait(false);
    }

    /// <summary>The statements of a step, for the tables that a connection sees; none is run.</summary>
    /// <exception cref="SchemaException">A change names what is not there.</exception>
    public static async ValueTask<IReadOnlyList<string>> WriteAsync(
        Connection connection,
        SchemaStep step,
        CancellationToken cancellationToken = default
    )
    {
        var ddl = connection.Dialect.Ddl;
        if (step.Rebuilds is not { } table)
            return [ddl.Compile(step.Changes[0])];
        var rebuild = await ReadAsync(connection, table, step, cancellationToken).ConfigureAwait(false);
        return [.. ddl.Rebuild(rebuild).Select(each => each.Sql)];
    }

    private static async ValueTask RebuildAsync(
        Connection connection,
        TableName name,
        SchemaStep step,
        CancellationToken cancellationToken
    )
    {
        if (connection.Purpose is not ConnectionPurpose.Migration)
            throw new InvalidOperationException(
                $"Table '{name}' can only be rebuilt on a connection that was opened with {nameof(ConnectionPurpose)}.{nameof(ConnectionPurpose.Migration)}: elsewhere foreign keys would delete or forbid."
            );
        var rebuild = await ReadAsync(connection, name, step, cancellationToken).ConfigureAwait(false);
        var rows = await connection
            .ScalarAsync<long>(CountSql(connection.Dialect, name), cancellationToken)
            .ConfigureAwait(false);
        try
        {
            foreach (var statement in connection.Dialect.Ddl.Rebuild(rebuild))
            {
                var affected = await connection.ExecuteAsync(statement.Sql, cancellationToken).ConfigureAwait(false);
                if (statement.CopiesRows && affected != rows)
                    throw SchemaException.RowsLost(name, rows, affected);
            }
        }
        catch (ConstraintViolationException error)
        {
            throw Refused(name, error);
        }
    }

    private static async ValueTask<TableRebuild> ReadAsync(
        Connection connection,
        TableName name,
        SchemaStep step,
        CancellationToken cancellationToken
    )
    {
        var table = step.Together?.Before ?? await ReadAsync(connection, name, cancellationToken).ConfigureAwait(false);
        var triggers = await connection
            .Dialect.Catalog.ReadTriggersAsync(connection.QueryAsync, name, cancellationToken)
            .ConfigureAwait(false);
        return TableRebuild.Of(table, step) with { Triggers = triggers };
    }

    private static async ValueTask<Table> ReadAsync(
        Connection connection,
        TableName name,
        CancellationToken cancellationToken
    )
    {
        var present = await connection
            .Inspector.ReadAsync(new CatalogRequest { Tables = [name] }, cancellationToken)
            .ConfigureAwait(false);
        return present.Tables.SingleOrDefault() ?? throw SchemaException.UnknownTable(name);
    }

    private static string CountSql(Dialect dialect, TableName table)
    {
        var writer = new SqlWriter(dialect.Syntax, dialect.Types);
        writer.Write($"SELECT count(*) FROM {table}");
        return writer.ToString();
    }

    /// <summary>The rows violate what the table is to become: said of the table, not of the one that was to take its place.</summary>
    private static ConstraintViolationException Refused(TableName table, ConstraintViolationException error) =>
        new(
            error.Kind,
            $"Rows of table '{table}' do not fit its new form ({Rule(error)}). Correct them first, in a statement before this change.",
            table.Name,
            error.Columns,
            error.Constraint,
            error.InnerException
        )
        {
            Statement = error.Statement,
        };

    private static string Rule(ConstraintViolationException error) =>
        error.Kind switch
        {
            ConstraintKind.NotNull => $"NOT NULL: {string.Join(", ", error.Columns)}",
            ConstraintKind.Unique => $"unique: {string.Join(", ", error.Columns)}",
            ConstraintKind.Check => $"check: {error.Constraint}",
            _ => error.Kind.ToString(),
        };
}
