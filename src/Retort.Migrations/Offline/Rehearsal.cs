namespace Retort.Migrations;

/// <summary>
/// A scratch database that is brought to where a script begins, and goes along with it: there a table that is rebuilt is looked up. It has the rows that
/// revisions insert, and no others.
/// </summary>
internal sealed class Rehearsal : IAsyncDisposable
{
    private readonly ScratchDatabase _scratch;
    private readonly Connection _connection;
    private readonly Rebuild _rebuild;

    private Rehearsal(ScratchDatabase scratch, Connection connection, Rebuild rebuild) =>
        (_scratch, _connection, _rebuild) = (scratch, connection, rebuild);

    /// <summary>Replays what is applied where a script begins.</summary>
    /// <param name="engine">A database of the kind; it is not opened.</param>
    /// <param name="revisions">The revisions.</param>
    /// <param name="options">How they are run.</param>
    /// <param name="rows">The version rows where the script begins.</param>
    /// <param name="rebuild">What it is for.</param>
    /// <param name="cancellationToken">Interrupts.</param>
    /// <exception cref="OfflineException">A revision cannot be run there.</exception>
    public static async Task<Rehearsal> StartAsync(
        Engine engine,
        RevisionSet revisions,
        MigrationOptions options,
        IReadOnlyList<string> rows,
        Rebuild rebuild,
        CancellationToken cancellationToken
    )
    {
        var scratch = await ScratchDatabase.CreateAsync(engine, cancellationToken).ConfigureAwait(false);
        try
        {
            await new MigrationRunner(
                scratch.Engine,
                revisions,
                options.ForScratch() with
                {
                    Transactions = TransactionMode.Revision,
                }
            )
                .UpgradeAsync(rows, cancellationToken)
                .ConfigureAwait(false);
            var connection = await scratch
                .Engine.ConnectAsync(ConnectionPurpose.Migration, cancellationToken)
                .ConfigureAwait(false);
            return new(scratch, connection, rebuild);
        }
        catch (Exception error)
        {
            await scratch.DisposeAsync().ConfigureAwait(false);
            if (error is MigrationFailedException failed)
                throw OfflineException.NotReplayed(rebuild, failed.Revision, failed.InnerException ?? failed);
            throw;
        }
    }

    /// <summary>The condition that a table is as it is here, with all that was made of it.</summary>
    public async Task<string> IsSameAsync(TableName table, CancellationToken cancellationToken)
    {
        var dialect = _connection.Dialect;
        var definition = dialect.Ddl.DefinitionOf(table);
        var here = await _connection
            .ScalarAsync<string>(new CompiledSql($"SELECT {definition}", []), cancellationToken)
            .ConfigureAwait(false);
        return $"{definition} = {dialect.Types.Literal(here)}";
    }

    /// <summary>The statements of a step, which are run here.</summary>
    /// <exception cref="OfflineException">One cannot be.</exception>
    public async ValueTask<IReadOnlyList<string>> WriteAsync(
        Revision revision,
        SchemaStep step,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var statements = await SchemaChanger.WriteAsync(_connection, step, cancellationToken).ConfigureAwait(false);
            foreach (var sql in statements)
                await _connection.ExecuteAsync(sql, cancellationToken).ConfigureAwait(false);
            return statements;
        }
        catch (RetortException error)
        {
            throw OfflineException.NotReplayed(_rebuild, revision, error);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync().ConfigureAwait(false);
        await _scratch.DisposeAsync().ConfigureAwait(false);
    }
}
