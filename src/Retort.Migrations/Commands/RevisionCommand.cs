namespace Retort.Migrations;

/// <summary>A new revision.</summary>
public sealed record RevisionOptions
{
    /// <summary>What it does; null: nothing said.</summary>
    public string? Message { get; init; }

    /// <summary>Whether its statements come from the difference between models and database.</summary>
    public bool Autogenerate { get; init; }

    /// <summary>What got another name, each as <c>table.column=new_name</c>, <c>table=new_name</c> or <c>enum.label=new_label</c>, in the order in which it is done.</summary>
    public IReadOnlyList<string> Renames { get; init; } = [];

    /// <summary>Whether what <see cref="Renames"/> does not name is dropped and added, also where it looks like a rename.</summary>
    public bool NoRename { get; init; }

    /// <summary>Is asked whether something is a rename; null: nobody can be asked.</summary>
    public Func<Rename, CancellationToken, ValueTask<bool>>? Confirm { get; init; }

    /// <summary>Its id; null: a new one.</summary>
    public string? Id { get; init; }
}

/// <summary>What <c>retort revision</c> did.</summary>
/// <param name="Path">The file that was written; null where there was nothing to do.</param>
/// <param name="Id">The id of the revision; null where there was nothing to do.</param>
/// <param name="Changes">What autogenerate found; null where it was not asked.</param>
public sealed record RevisionResult(string? Path, string? Id, AutogenerateResult? Changes);

/// <summary><c>retort revision</c>: writes a new revision file. The database is read, never changed.</summary>
public sealed class RevisionCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="BehindException">The database has not all revisions.</exception>
    /// <exception cref="RenameException">What may be a rename is not said to be one or none.</exception>
    /// <exception cref="RevisionException">There are several heads, or the id is taken or malformed.</exception>
    /// <exception cref="ScriptException">The file cannot be written.</exception>
    public async Task<RevisionResult> RunAsync(RevisionOptions options, CancellationToken cancellationToken = default)
    {
        var graph = context.Scripts.ReadGraph();
        var parent = graph.ResolveSingle("head");
        if (!options.Autogenerate)
            return Write(graph, parent, options, null);
        var changes = await FindAsync(options, cancellationToken).ConfigureAwait(false);
        return changes.IsEmpty ? new RevisionResult(null, null, changes) : Write(graph, parent, options, changes);
    }

    /// <summary>The differences, with all renames: each that is confirmed changes what may be one.</summary>
    private async Task<AutogenerateResult> FindAsync(RevisionOptions options, CancellationToken cancellationToken)
    {
        var renames = options.Renames.ToList();
        var denied = new HashSet<Rename>();
        while (true)
        {
            var changes = await Differences
                .FindAsync(context, writes: true, renames, cancellationToken)
                .ConfigureAwait(false);
            var likely = changes.LikelyRenames.Where(each => !denied.Contains(each)).ToList();
            if (likely.Count == 0 || options.NoRename)
                return changes;
            if (options.Confirm is not { } confirm)
                throw RenameException.Unsaid(likely);
            if (await confirm(likely[0], cancellationToken).ConfigureAwait(false))
                renames.Add(likely[0].Flag);
            else
                denied.Add(likely[0]);
        }
    }

    private RevisionResult Write(
        RevisionGraph graph,
        Revision? parent,
        RevisionOptions options,
        AutogenerateResult? changes
    )
    {
        Func<Operation, CSharpWriter, bool>? render = context.Environment is { } environment
            ? environment.Render
            : null;
        var revision = new NewRevision(options.Id ?? NewRevision.NewId(), context.Time.GetUtcNow())
        {
            Message = options.Message,
            DownRevisions = parent is null ? [] : [parent.Id],
            Detected = changes?.Detected ?? [],
            Upgrade = RevisionBody.Upgrade(changes?.Upgrade ?? [], render),
            Downgrade = RevisionBody.Downgrade(changes?.Downgrade ?? [], render),
        };
        // the graph with the new revision is checked before its file is there
        RevisionGraph.Build([.. graph.Revisions, new Revision(revision.Id) { DownRevisions = revision.DownRevisions }]);
        var path = new RevisionWriter(context.Scripts, context.Namespace).Write(revision);
        return new RevisionResult(path, revision.Id, changes);
    }
}
