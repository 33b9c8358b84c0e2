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

    /// <summary>What it follows, as typed: <c>base</c> for a new beginning.</summary>
    public string Head { get; init; } = "head";

    /// <summary>Whether something may follow <see cref="Head"/> already, so that a branch begins there.</summary>
    public bool Splice { get; init; }

    /// <summary>The label of the branch that begins with it; null: none.</summary>
    public string? BranchLabel { get; init; }

    /// <summary>The folder of its file, one of <see cref="ScriptDirectory.VersionLocations"/>; null: that of what it follows.</summary>
    public string? VersionPath { get; init; }

    /// <summary>What must be applied before it without being followed: ids, beginnings of ids, branch labels.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Whether autogenerate writes a file also where there is no difference.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>The revision that it undoes, as typed: its operations come from that one's, not from the models; null: none.</summary>
    public string? Revert { get; init; }
}

/// <summary>What <c>retort revision</c> did.</summary>
/// <param name="Path">The file that was written; null where there was nothing to do.</param>
/// <param name="Id">The id of the revision; null where there was nothing to do.</param>
/// <param name="Changes">What autogenerate found, or what undoes a revision; null for an empty revision.</param>
public sealed record RevisionResult(string? Path, string? Id, AutogenerateResult? Changes);

/// <summary><c>retort revision</c>: writes a new revision file. The database is read, never changed.</summary>
public sealed class RevisionCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="BehindException">The database has not all revisions of the branch.</exception>
    /// <exception cref="RenameException">What may be a rename is not said to be one or none.</exception>
    /// <exception cref="RevisionException">A revision is unknown or ambiguous, or the id is taken or malformed.</exception>
    /// <exception cref="RevisionFileException">There are several heads, or what is to be undone cannot be.</exception>
    /// <exception cref="ScriptException">The file cannot be written.</exception>
    /// <exception cref="HookException">The file was written, and a hook after it failed.</exception>
    public async Task<RevisionResult> RunAsync(RevisionOptions options, CancellationToken cancellationToken = default)
    {
        var scripts = context.Scripts.Scan();
        var place = new RevisionPlace(context, ScriptDirectory.GraphOf(scripts));
        var parent = place.Parent(options.Head, options.Splice);
        var changes =
            options.Revert is { } undone ? Reverted.Of(undone, parent, context.Revisions(scripts), context.Options)
            : options.Autogenerate ? await FindAsync(options, scripts, parent, cancellationToken).ConfigureAwait(false)
            : null;
        return options is { Autogenerate: true, AllowEmpty: false, Revert: null } && changes is { IsEmpty: true }
            ? new RevisionResult(null, null, changes)
            : await WriteAsync(place, parent, options, changes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The differences, with all renames: each that is confirmed changes what may be one.</summary>
    private async Task<AutogenerateResult> FindAsync(
        RevisionOptions options,
        IReadOnlyList<RevisionScript> scripts,
        Revision? parent,
        CancellationToken cancellationToken
    )
    {
        var renames = options.Renames.ToList();
        var denied = new HashSet<Rename>();
        while (true)
        {
            var changes = await Differences
                .FindAsync(context, scripts, writes: true, [parent?.Id ?? "base"], renames, cancellationToken)
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

    private async Task<RevisionResult> WriteAsync(
        RevisionPlace place,
        Revision? parent,
        RevisionOptions options,
        AutogenerateResult? changes,
        CancellationToken cancellationToken
    )
    {
        Revision[] parents = parent is null ? [] : [parent];
        var revision = new NewRevision(options.Id ?? NewRevision.NewId(), context.Time.GetUtcNow())
        {
            Message = options.Message ?? (options.Revert is null ? null : changes!.Detected[0]),
            DownRevisions = [.. parents.Select(each => each.Id)],
            BranchLabels = options.BranchLabel is { } label ? [label] : [],
            DependsOn = place.Dependencies(options.DependsOn),
            Detected = changes?.Detected ?? [],
            Upgrade = RevisionBody.Upgrade(changes?.Upgrade ?? [], context.Render),
            Downgrade = RevisionBody.Downgrade(changes?.Downgrade ?? [], context.Render),
        };
        var path = await place
            .WriteAsync(revision, place.Folder(options.VersionPath, parents), cancellationToken)
            .ConfigureAwait(false);
        return new RevisionResult(path, revision.Id, changes);
    }
}
