namespace Retort.Migrations;

/// <summary>A revision that is to go.</summary>
/// <param name="Revision">As typed.</param>
public sealed record DeleteOptions(string Revision)
{
    /// <summary>Whether no database is asked whether it is applied.</summary>
    public bool NoDatabase { get; init; }
}

/// <summary>What <c>retort delete</c> did.</summary>
/// <param name="Revision">The revision that is gone.</param>
/// <param name="Path">Its file, which is gone.</param>
/// <param name="Relinked">What named it, and names what it followed now.</param>
public sealed record DeleteResult(Revision Revision, string Path, IReadOnlyList<RelinkedRevision> Relinked);

/// <summary><c>retort delete</c>: deletes the file of a revision that is applied nowhere, and lets what followed it follow what it followed.</summary>
public sealed class DeleteCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="RevisionException">The revision is unknown or ambiguous, or the history without it contradicts itself.</exception>
    /// <exception cref="RevisionFileException">It is applied, that cannot be known, or something else needs it.</exception>
    /// <exception cref="ScriptException">A file cannot be written.</exception>
    public async Task<DeleteResult> RunAsync(DeleteOptions options, CancellationToken cancellationToken = default) =>
        (await PlanAsync(options, cancellationToken).ConfigureAwait(false)).Run();

    internal async Task<FilePlan<DeleteResult>> PlanAsync(DeleteOptions options, CancellationToken cancellationToken)
    {
        var scripts = context.Scripts.Scan();
        var graph = ScriptDirectory.GraphOf(scripts);
        var revision =
            graph.ResolveSingle(options.Revision) ?? throw RevisionException.UnknownRevision(graph, options.Revision);
        var files = new RevisionFiles(scripts, [revision]);
        var path = files.FileOf(revision);
        RequireLabels(graph, revision);
        if (!options.NoDatabase)
            await RequireUnappliedAsync(graph, revision, cancellationToken).ConfigureAwait(false);
        files.Replace(revision.Id, child => Instead(graph, revision, child));
        files.Check();
        // the file goes last: who is killed before has a history that is right, and runs the command again
        return new FilePlan<DeleteResult>(
            [.. files.Edits(), () => TextFile.Delete(path)],
            new DeleteResult(revision, path, files.Relinked())
        );
    }

    private static void RequireLabels(RevisionGraph graph, Revision revision)
    {
        var next = graph
            .Children(revision.Id)
            .Concat(graph.Revisions.Where(each => each.DependsOn.Intersect(revision.BranchLabels).Any()))
            .FirstOrDefault();
        if (revision.BranchLabels.Count > 0 && next is not null)
            throw RevisionFileException.LabelWouldGo(revision, next);
    }

    private async Task RequireUnappliedAsync(
        RevisionGraph graph,
        Revision revision,
        CancellationToken cancellationToken
    )
    {
        var rows = await AppliedRevisions.RowsAsync(context, cancellationToken).ConfigureAwait(false);
        if (graph.AppliedBy(rows).Contains(revision))
            throw RevisionFileException.Applied(
                revision,
                context.Database,
                [.. revision.DownRevisions.Select(id => graph.Find(id)!)]
            );
    }

    /// <summary>What a revision names instead: what the deleted one followed, unless it comes before it anyway.</summary>
    private static IEnumerable<string> Instead(RevisionGraph graph, Revision deleted, Revision child)
    {
        var others = child.DownRevisions.Where(id => id != deleted.Id).Select(id => graph.Node(id)!.Value);
        var before = graph.At(graph.Versioned.Ancestors(others)).Select(revision => revision.Id).ToHashSet();
        return deleted.DownRevisions.Where(id => !before.Contains(id));
    }
}
