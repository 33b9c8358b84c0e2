namespace Retort.Tool;

/// <summary>
/// Brings the project up to date that a command is hosted with: that of the revisions; where the models are elsewhere, whichever of
/// the two references the other and so has both.
/// </summary>
internal sealed class HostBuilds(CommandRequest request, Terminal terminal)
{
    private ProjectBuilds? _host;

    /// <inheritdoc cref="ProjectBuilds.CurrentAsync" />
    /// <exception cref="UsageException">There is no project, or models and revisions do not know of each other.</exception>
    public async Task<HostedAssembly> CurrentAsync(CancellationToken cancellationToken)
    {
        var finder = ProjectFinder.Here(request);
        var revisions = finder.Find();
        return HostedAssembly.Of(
            finder.FindModels(revisions) is { } models
                ? await OfBothAsync(revisions.Path, models, cancellationToken).ConfigureAwait(false)
                : await HostAsync(revisions.Path, cancellationToken).ConfigureAwait(false)
        );
    }

    /// <summary>Builds by MSBuild what <see cref="CurrentAsync"/> found to be current.</summary>
    public async Task<HostedAssembly> BuildAsync(CancellationToken cancellationToken) =>
        HostedAssembly.Of(await _host!.BuildAsync(cancellationToken).ConfigureAwait(false));

    private async Task<BuildRecord> OfBothAsync(string revisions, string models, CancellationToken cancellationToken)
    {
        var record = await HostAsync(models, cancellationToken).ConfigureAwait(false);
        if (record.References(revisions))
            return record;
        record = await HostAsync(revisions, cancellationToken).ConfigureAwait(false);
        return record.References(models) ? record : throw UsageException.WithoutReference(revisions, models);
    }

    private Task<BuildRecord> HostAsync(string project, CancellationToken cancellationToken)
    {
        _host = new ProjectBuilds(project, request, terminal);
        return _host.CurrentAsync(cancellationToken);
    }
}
