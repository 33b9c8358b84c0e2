namespace Retort.Migrations;

/// <summary><c>retort edit</c>: the files of revisions, for an editor.</summary>
public sealed class EditCommand(CommandContext context)
{
    /// <summary>Finds the files.</summary>
    /// <param name="revision">As typed: an id or the beginning of one, a label, <c>head</c>, <c>heads</c>, or <c>current</c>, for which the database is read.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="RevisionException">It is unknown or ambiguous.</exception>
    /// <exception cref="RevisionFileException">It means no revision.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(string revision, CancellationToken cancellationToken = default)
    {
        var graph = context.Scripts.ReadGraph();
        var revisions = await DatabaseState
            .ResolveAsync(context, graph, [revision], cancellationToken)
            .ConfigureAwait(false);
        return revisions.Count == 0
            ? throw RevisionFileException.NoFile(revision)
            : [.. revisions.Select(each => each.Location!.Path).Distinct()];
    }
}
