namespace Retort.Migrations;

/// <summary>The comparison of models and database that <c>check</c> and <c>revision --autogenerate</c> share.</summary>
internal static class Differences
{
    public static async Task<AutogenerateResult> FindAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var environment = context.Environment ?? throw BehindException.NoEnvironment(context.Scripts.Path);
        var revisions = context.Revisions();
        var (rows, _) = await DatabaseState.RowsAsync(context, cancellationToken).ConfigureAwait(false);
        var missing = UpgradePlan.Create(revisions.Graph, rows, "heads").Steps;
        if (missing.Count > 0)
            throw BehindException.Missing(context.Database, [.. missing.Select(step => step.Revision)]);
        var schema = await DatabaseState.SchemaAsync(context, cancellationToken).ConfigureAwait(false);
        var declared = environment.TargetMetaData.Tables.Where(table => environment.Include(table.FullName));
        return Autogenerator.Compare(
            new MetaData(declared),
            Relevant(schema, environment, revisions),
            context.Database.Dialect
        );
    }

    /// <summary>Tables that the models have, and those that a revision created: what somebody else made is not for us to drop.</summary>
    private static MetaData Relevant(MetaData schema, MigrationEnvironment environment, RevisionSet revisions)
    {
        var declared = environment.TargetMetaData;
        var created = CreatedTables.Of(revisions);
        return new MetaData(
            schema.Tables.Where(table =>
                environment.Include(table.FullName)
                && (declared.Find(table.FullName) is not null || created.Contains(table.FullName))
            )
        );
    }
}
