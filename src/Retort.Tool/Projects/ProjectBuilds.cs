namespace Retort.Tool;

/// <summary>Brings the project's assembly up to date, by the shortest way that is right.</summary>
/// <param name="project">The project file, absolute.</param>
/// <param name="request">The command line.</param>
/// <param name="terminal">Gets the compiler's words.</param>
internal sealed class ProjectBuilds(string project, CommandRequest request, Terminal terminal)
{
    private const string DefaultConfiguration = "Debug";

    /// <summary>The record of an assembly that is what a build would make; with <c>--no-build</c> of the one that is there.</summary>
    /// <exception cref="ToolException">The project does not build, has no assembly, or does not use Retort.Migrations.</exception>
    public async Task<BuildRecord> CurrentAsync(CancellationToken cancellationToken)
    {
        if (request.Has("no-build"))
            return Recorded() is { } any && File.Exists(any.Assembly) ? any : throw ToolException.NotBuilt(project);
        if (Fresh(out _) is { } record)
            return record;
        using var turn = await BuildTurn.TakeAsync(project, cancellationToken).ConfigureAwait(false);
        // somebody else may have built it meanwhile
        return Fresh(out var freshness)
            ?? await RunAsync(restore: freshness is Freshness.Stale, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Builds whether it seems to be needed or not.</summary>
    /// <inheritdoc cref="CurrentAsync" path="/exception" />
    public async Task<BuildRecord> BuildAsync(bool restore, CancellationToken cancellationToken)
    {
        using var turn = await BuildTurn.TakeAsync(project, cancellationToken).ConfigureAwait(false);
        return await RunAsync(restore, cancellationToken).ConfigureAwait(false);
    }

    private BuildRecord? Recorded() =>
        new BuildRecords(project, request["configuration"] ?? DefaultConfiguration, request["framework"]).Find();

    /// <summary>The record where a build would change nothing.</summary>
    private BuildRecord? Fresh(out Freshness freshness)
    {
        var record = Recorded();
        freshness = record is null ? Freshness.Stale : new UpToDateCheck(record).Check();
        return freshness is Freshness.Fresh ? record : null;
    }

    private async Task<BuildRecord> RunAsync(bool restore, CancellationToken cancellationToken) =>
        await new DotnetBuild(project, request, terminal).RunAsync(restore, cancellationToken).ConfigureAwait(false)
        ?? throw ToolException.WithoutMigrations(project);
}
