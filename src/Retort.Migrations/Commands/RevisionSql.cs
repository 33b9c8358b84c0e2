namespace Retort.Migrations;

/// <summary>
/// The SQL of revisions, without a database: what is known of its tables is what the revisions before have made, so that a table that must be
/// rebuilt is rebuilt as it will be.
/// </summary>
internal sealed class RevisionSql(RevisionSet revisions, DdlCompiler ddl, MigrationOptions options)
{
    /// <summary>What a revision does, and what undoes it; null: it has no way back.</summary>
    /// <exception cref="MigrationFailedException">A revision threw while it was asked what it does.</exception>
    public (ShownWay Upgrade, ShownWay? Downgrade) WaysOf(Revision revision)
    {
        var script = new SchemaScript(ddl, new MetaData());
        foreach (var step in UpgradePlan.Create(revisions.Graph, [], revision.Id).Steps.SkipLast(1))
            Write(script, Prepare(step.Revision, Direction.Upgrade));
        var upgrade = Way(script, Prepare(revision, Direction.Upgrade));
        try
        {
            return (upgrade, Way(script, Prepare(revision, Direction.Downgrade)));
        }
        catch (MigrationException)
        {
            return (upgrade, null);
        }
    }

    private PreparedStep Prepare(Revision revision, Direction direction) =>
        PreparedStep.Of(revision, direction, revisions[revision], options.NewOperations(isScript: true));

    private ShownWay Way(SchemaScript script, PreparedStep step) =>
        new([.. step.Operations.Select(operation => $"{operation}".TrimEnd())], Write(script, step));

    /// <summary>Changes of the schema that follow each other stay together: a table is rebuilt once for all of them.</summary>
    private List<string> Write(SchemaScript script, PreparedStep step)
    {
        var sql = new List<string>();
        var changes = new List<DdlElement>();
        foreach (var work in RevisionPart.Split(step.Work, ddl).SelectMany(part => part.Work))
            if (work is SchemaWork schema)
                changes.Add(schema.Change);
            else
                sql.AddRange([.. Flush(), $"-- {RevisionPart.TextOf(work, ddl).ReplaceLineEndings("\n-- ")}"]);
        return [.. sql, .. Flush()];

        IReadOnlyList<string> Flush()
        {
            DdlElement[] now = [.. changes];
            changes.Clear();
            return Statements(script, now);
        }
    }

    /// <summary>What changes a table that no revision made cannot be written without looking at the database.</summary>
    private static IReadOnlyList<string> Statements(SchemaScript script, IReadOnlyList<DdlElement> changes)
    {
        try
        {
            return script.Statements(changes);
        }
        catch (SchemaException error)
        {
            return [$"-- {error.Message}"];
        }
    }
}
