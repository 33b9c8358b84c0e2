namespace Retort.Migrations;

/// <summary>Reads the schemas that are compared.</summary>
/// <param name="context">What the command works with.</param>
/// <param name="kind">A database of the kind that both are of.</param>
/// <param name="included">What is compared.</param>
internal sealed class DiffSchemas(CommandContext context, Engine kind, IncludedSchema included)
{
    private const string Base = "base";

    /// <summary>Reads one; a scratch database is there until the schema is disposed.</summary>
    public async Task<DiffSchema> OpenAsync(DiffSide side, CancellationToken cancellationToken) =>
        side switch
        {
            DiffSide.Database { Engine: var engine } => new DiffSchema(
                Whole(await ReadAsync(engine, cancellationToken).ConfigureAwait(false)),
                engine
            ),
            DiffSide.Revision { Target: var target } => await BuildAsync(target, cancellationToken)
                .ConfigureAwait(false),
            _ => new DiffSchema(
                Whole(
                    (
                        context.Environment
                        ?? throw BehindException.NoEnvironment(context.Scripts.Path, context.Config.RevisionSection)
                    ).TargetMetaData
                ),
                null
            ),
        };

    private async Task<DiffSchema> BuildAsync(string target, CancellationToken cancellationToken)
    {
        var revisions = context.Revisions();
        var scratch = await ScratchDatabase.CreateAsync(kind, cancellationToken).ConfigureAwait(false);
        try
        {
            if (target != Base)
                await new MigrationRunner(scratch.Engine, revisions, context.Options.ForScratch())
                    .UpgradeAsync([target], cancellationToken)
                    .ConfigureAwait(false);
            var schema = await ReadAsync(scratch.Engine, cancellationToken).ConfigureAwait(false);
            return new DiffSchema(Whole(schema), scratch.Engine) { Scratch = scratch };
        }
        catch
        {
            await scratch.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task<MetaData> ReadAsync(Engine engine, CancellationToken cancellationToken)
    {
        var connection = await engine
            .ConnectAsync(ConnectionPurpose.Inspection, cancellationToken)
            .ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            return await connection.Inspector.ReadAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The tables that are compared, and all else.</summary>
    private MetaData Whole(MetaData schema)
    {
        var tables = included.Of(schema);
        return new MetaData(tables.Tables)
        {
            Objects = ImpliedObjects.And(tables, kind.Dialect.Syntax),
            Warnings = schema.Warnings,
        };
    }
}

/// <summary>A schema that is compared, for as long as it is needed.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Engine">The database that it was read from; null: the models.</param>
internal sealed record DiffSchema(MetaData Schema, Engine? Engine) : IAsyncDisposable
{
    /// <summary>The scratch database that was made for it; null: none.</summary>
    public ScratchDatabase? Scratch { get; init; }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Scratch?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The statements that make the triggers of rebuilt tables again; those that go anyway are left out.</summary>
    public async Task<IReadOnlyDictionary<TableName, IReadOnlyList<string>>> TriggersAsync(
        AutogenerateResult changes,
        DdlCompiler ddl,
        CancellationToken cancellationToken
    )
    {
        var triggers = new Dictionary<TableName, IReadOnlyList<string>>();
        var gone = changes.Upgrade.OfType<DropCarriedOp>().Select(drop => Bare(drop.Dropped?.Sql ?? "")).ToHashSet();
        if (Engine is null || !ddl.Rebuilds)
            return triggers;
        var connection = await Engine
            .ConnectAsync(ConnectionPurpose.Inspection, cancellationToken)
            .ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
            foreach (var table in Schema.Tables)
            {
                var all = await connection
                    .Dialect.Catalog.ReadTriggersAsync(connection.QueryAsync, table.FullName, cancellationToken)
                    .ConfigureAwait(false);
                triggers[table.FullName] = [.. all.Where(sql => !gone.Contains(Bare(sql)))];
            }
        return triggers;
    }

    private static string Bare(string sql) => sql.TrimEnd().TrimEnd(';');
}
