namespace Retort.Migrations;

/// <summary>The first revision of a database that was there before its history.</summary>
internal static class Baseline
{
    /// <summary>What the database has.</summary>
    /// <exception cref="RevisionFileException">It has a version table or nothing at all, or there are revisions already.</exception>
    public static async Task<MetaData> ReadAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (Directory.Exists(context.Scripts.Path) && context.Scripts.Scan().Count > 0)
            throw RevisionFileException.HasRevisions(context.Scripts.Path);
        var database = await DatabaseState.RowsAndSchemaAsync(context, cancellationToken).ConfigureAwait(false);
        if (database.IsVersioned)
            throw RevisionFileException.Versioned(context.Database, context.Options.VersionTable);
        return database.Schema is { Tables.Count: 0, Objects.Count: 0 }
            ? throw RevisionFileException.NothingThere(context.Database)
            : database.Schema;
    }

    /// <summary>Writes the revision that makes it, with all that no class says.</summary>
    public static RevisionResult Write(CommandContext context, MetaData found)
    {
        var dialect = context.Database.Dialect;
        var wanted = new MetaData(found.Tables) { Objects = ImpliedObjects.And(found, dialect.Syntax) };
        var changes = Autogenerator.Compare(
            wanted,
            new MetaData(),
            dialect,
            options: new() { Comparers = Comparers.Whole(drops: false) }
        );
        var revision = new NewRevision(NewRevision.NewId(), context.Time.GetUtcNow())
        {
            Message = "baseline",
            Detected = changes.Detected,
            Upgrade = RevisionBody.Upgrade(changes.Upgrade, context.Render),
            Downgrade = RevisionBody.Downgrade(changes.Downgrade, context.Render),
        };
        var path = context.Writer.Write(revision);
        return new RevisionResult(path, revision.Id, changes);
    }
}
