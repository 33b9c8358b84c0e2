namespace Retort.Migrations;

/// <summary>A revision that joins branches.</summary>
/// <param name="Revisions">What it joins, as typed: ids, labels; <c>heads</c>: all heads.</param>
public sealed record MergeOptions(IReadOnlyList<string> Revisions)
{
    /// <summary>What it does; null: it names what it joins.</summary>
    public string? Message { get; init; }

    /// <summary>The label of the branch that begins with it; null: none.</summary>
    public string? BranchLabel { get; init; }

    /// <summary>Its id; null: a new one.</summary>
    public string? Id { get; init; }

    /// <summary>Whether something may follow what it joins already.</summary>
    public bool Splice { get; init; }

    /// <summary>Why the project is not compiled, where that is known.</summary>
    public string? NotCompiled { get; init; }

    /// <summary>Whether it is an error that the assembly is not of the sources, which a build would help; otherwise nothing is tried.</summary>
    public bool RequireCurrent { get; init; }
}

/// <summary>What <c>retort merge</c> did.</summary>
/// <param name="Path">The file that was written.</param>
/// <param name="Id">The id of the revision.</param>
/// <param name="Parents">What it joins.</param>
/// <param name="Proof">Whether the branches give the same schema in whichever order they are applied.</param>
public sealed record MergeResult(string Path, string Id, IReadOnlyList<Revision> Parents, MergeProof Proof);

/// <summary>
/// <c>retort merge</c>: writes a revision that follows several, and tries whether the order of the branches matters. The file is written
/// whatever comes out; without a compiled project or a database nothing is tried.
/// </summary>
public sealed class MergeCommand(CommandContext context)
{
    /// <summary>Runs.</summary>
    /// <exception cref="RevisionException">A revision is unknown or ambiguous, or the id is taken or malformed.</exception>
    /// <exception cref="RevisionFileException">There is nothing to join.</exception>
    /// <exception cref="StaleAssemblyException">The sources are not what was compiled, and that is required.</exception>
    /// <exception cref="ScriptException">The file cannot be written.</exception>
    /// <exception cref="HookException">The file was written, and a hook after it failed.</exception>
    public async Task<MergeResult> RunAsync(MergeOptions options, CancellationToken cancellationToken = default)
    {
        var scripts = context.Scripts.Scan();
        var graph = ScriptDirectory.GraphOf(scripts);
        var place = new RevisionPlace(context, graph);
        var parents = Parents(graph, options);
        foreach (var parent in options.Splice ? [] : parents)
            place.RequireHead(parent);
        // before the file is there, which is not compiled yet
        var proof = await new MergeTrial(context, scripts, parents)
            .ProveAsync(options, cancellationToken)
            .ConfigureAwait(false);
        var revision = new NewRevision(options.Id ?? NewRevision.NewId(), context.Time.GetUtcNow())
        {
            Message = options.Message ?? $"merge {string.Join(" and ", parents.Select(parent => parent.Id))}",
            DownRevisions = [.. parents.Select(parent => parent.Id)],
            BranchLabels = options.BranchLabel is { } label ? [label] : [],
        };
        var path = await place
            .WriteAsync(revision, place.Folder(null, parents), cancellationToken)
            .ConfigureAwait(false);
        return new MergeResult(path, revision.Id, parents, proof);
    }

    /// <summary>What is joined. <c>heads</c> are all that nothing follows, those too on which something depends.</summary>
    private static List<Revision> Parents(RevisionGraph graph, MergeOptions options)
    {
        var parents = options
            .Revisions.SelectMany(symbol => symbol == "heads" ? graph.Heads : graph.Resolve(symbol))
            .Distinct()
            .ToList();
        if (parents.Count < 2)
            throw RevisionFileException.NothingToMerge(parents);
        var below = graph.Versioned.Ancestors(graph.NodesOf(parents).SelectMany(node => graph.Versioned.Parents[node]));
        return graph.At(below).FirstOrDefault(parents.Contains) is { } implied
            ? throw RevisionFileException.Overlapping(implied, parents)
            : parents;
    }
}
