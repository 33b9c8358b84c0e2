namespace Retort.Migrations;

/// <summary>The comparison of models and database that <c>check</c> and <c>revision --autogenerate</c> share.</summary>
internal static class Differences
{
    /// <param name="context">What the command works with.</param>
    /// <param name="scripts">The sources of the revisions.</param>
    /// <param name="writes">Whether a revision is written, in forms that keep no writer waiting, and for which must be known what revisions have made; without any revision the comparison alone needs no version table.</param>
    /// <param name="targets">What the database must have: all heads, or the branch that is extended.</param>
    /// <param name="renames">What <c>--rename</c> asks for.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="SchemaException">The models have what the database cannot have: a name that is too long.</exception>
    public static async Task<AutogenerateResult> FindAsync(
        CommandContext context,
        IReadOnlyList<RevisionScript> scripts,
        bool writes,
        IReadOnlyList<string> targets,
        IReadOnlyList<string> renames,
        CancellationToken cancellationToken
    )
    {
        var environment =
            context.Environment
            ?? throw BehindException.NoEnvironment(context.Scripts.Path, context.Config.RevisionSection);
        var revisions = context.Revisions(scripts);
        var database = await DatabaseState.RowsAndSchemaAsync(context, cancellationToken).ConfigureAwait(false);
        await DatabaseState
            .RequireKnownAsync(context, revisions.Graph, database.Rows, cancellationToken)
            .ConfigureAwait(false);
        var included = environment.Filter(context.Options);
        var ours = included.Of(database.Schema);
        if (!database.IsVersioned && ours.Tables.Count > 0 && (writes || revisions.Graph.Revisions.Count > 0))
            throw BehindException.NotVersioned(context.Database, ours.Tables);
        var missing = UpgradePlan.Create(revisions.Graph, database.Rows, targets).Steps;
        if (missing.Count > 0)
            throw BehindException.Missing(context.Database, [.. missing.Select(step => step.Revision)]);
        var declared = included.Of(environment.TargetMetaData);
        var renamed = RenamedSchema.Of(declared, ours, context.Database.Dialect.Syntax, renames);
        var changes = await CompareAsync(context, environment, revisions, declared, renamed, cancellationToken)
            .ConfigureAwait(false);
        var processed = environment.Process(
            writes && environment.NonBlocking ? changes.WithoutBlocking(context.Database.Dialect) : changes
        );
        Check(processed, context.Database.Dialect.Ddl);
        return processed;
    }

    /// <summary>What the database cannot have is found before it is written down.</summary>
    private static void Check(AutogenerateResult changes, DdlCompiler ddl)
    {
        foreach (var schema in changes.Upgrade.SelectMany(operation => operation.ToWork()).OfType<SchemaWork>())
            ddl.RequirePossible(schema.Change);
    }

    /// <summary>Compares tables that the models have, and those that a revision created: what somebody else made is not for us to drop.</summary>
    private static async Task<AutogenerateResult> CompareAsync(
        CommandContext context,
        MigrationEnvironment environment,
        RevisionSet revisions,
        MetaData declared,
        RenamedSchema found,
        CancellationToken cancellationToken
    )
    {
        var relevant = CreatedSchema
            .Of(revisions, context.Options)
            .Relevant(found.Schema, declared, context.Database.Dialect.Syntax, environment.Owns);
        var norms = await DatabaseState
            .NormsAsync(context, declared, relevant, cancellationToken)
            .ConfigureAwait(false);
        return Autogenerator.Compare(
            declared,
            relevant,
            context.Database.Dialect,
            norms,
            new()
            {
                Comparers = environment.Comparers,
                ComparedProperties = environment.ComparedProperties,
                Renames = found.Renames,
                Includes = environment.Include,
            }
        );
    }
}
