namespace Retort.Migrations;

/// <summary>The comparison of models and database that <c>check</c> and <c>revision --autogenerate</c> share.</summary>
internal static class Differences
{
    /// <param name="context">What the command works with.</param>
    /// <param name="writes">Whether a revision is written, for which must be known what revisions have made; without any revision the comparison alone needs no version table.</param>
    /// <param name="renames">What <c>--rename</c> asks for.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<AutogenerateResult> FindAsync(
        CommandContext context,
        bool writes,
        IReadOnlyList<string> renames,
        CancellationToken cancellationToken
    )
    {
        var environment = context.Environment ?? throw BehindException.NoEnvironment(context.Scripts.Path);
        var revisions = context.Revisions();
        var database = await DatabaseState.RowsAndSchemaAsync(context, cancellationToken).ConfigureAwait(false);
        var ours = database.Schema.Tables.Where(table => environment.Include(table.FullName)).ToList();
        if (!database.IsVersioned && ours.Count > 0 && (writes || revisions.Graph.Revisions.Count > 0))
            throw BehindException.NotVersioned(context.Database, ours);
        var missing = UpgradePlan.Create(revisions.Graph, database.Rows, "heads").Steps;
        if (missing.Count > 0)
            throw BehindException.Missing(context.Database, [.. missing.Select(step => step.Revision)]);
        return await CompareAsync(context, environment, revisions, ours, database.Schema, renames, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Compares tables that the models have, and those that a revision created: what somebody else made is not for us to drop.</summary>
    private static async Task<AutogenerateResult> CompareAsync(
        CommandContext context,
        MigrationEnvironment environment,
        RevisionSet revisions,
        List<Table> found,
        MetaData schema,
        IReadOnlyList<string> renames,
        CancellationToken cancellationToken
    )
    {
        var declared = new MetaData(
            environment.TargetMetaData.Tables.Where(table =>
                environment.Include(table.FullName) && !context.Options.IsOwn(table.FullName)
            )
        )
        {
            Objects = environment.TargetMetaData.Objects,
        };
        var dialect = context.Database.Dialect;
        var renamed = RenamedSchema.Of(
            declared,
            new MetaData(found) { Objects = schema.Objects },
            dialect.Syntax,
            renames
        );
        var created = CreatedTables.Of(revisions);
        var relevant = new MetaData(
            renamed.Schema.Tables.Where(table =>
                declared.Find(table.FullName) is not null || created.Contains(table.FullName)
            )
        )
        {
            Objects = CreatedObjects.Relevant(renamed.Schema.Objects, declared, revisions, dialect.Syntax),
        };
        var norms = await DatabaseState
            .NormsAsync(context, declared, relevant, cancellationToken)
            .ConfigureAwait(false);
        return Autogenerator.Compare(declared, relevant, dialect, norms, renames: renamed.Renames);
    }
}
