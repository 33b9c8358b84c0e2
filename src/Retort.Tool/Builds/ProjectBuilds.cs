namespace Retort.Tool;

/// <summary>Brings the project's assembly up to date, by the shortest way that is right.</summary>
/// <param name="project">The project file, absolute.</param>
/// <param name="request">The command line.</param>
/// <param name="terminal">Gets the compiler's words.</param>
internal sealed class ProjectBuilds(string project, CommandRequest request, Terminal terminal)
{
    private const string DefaultConfiguration = "Debug";
    private const string Variable = "RETORT_NO_FAST_BUILD";

    private readonly BuildRecords _records = new(
        project,
        request["configuration"] ?? DefaultConfiguration,
        request["framework"]
    );

    /// <summary>The record of an assembly that is what a build would make; with <c>--no-build</c> of the one that is there.</summary>
    /// <exception cref="ToolException">The project does not build, has no assembly, or does not use Retort.Migrations.</exception>
    public async Task<BuildRecord> CurrentAsync(CancellationToken cancellationToken)
    {
        if (request.Has("no-build"))
            return _records.Find() is { } any && File.Exists(any.Assembly)
                ? any
                : throw ToolException.NotBuilt(project);
        if (Fresh() is { } record)
            return record;
        using var turn = await BuildTurn.TakeAsync(project, cancellationToken).ConfigureAwait(false);
        // somebody else may have built it meanwhile
        return Fresh() ?? await RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Builds by MSBuild whether it seems to be needed or not.</summary>
    /// <inheritdoc cref="CurrentAsync" path="/exception" />
    public async Task<BuildRecord> BuildAsync(CancellationToken cancellationToken)
    {
        using var turn = await BuildTurn.TakeAsync(project, cancellationToken).ConfigureAwait(false);
        return await RunWholeAsync(BuildNeed.OtherSources, cancellationToken).ConfigureAwait(false);
    }

    private string? SwitchedOff =>
        request.Has("no-fast-build") ? "--no-fast-build is given"
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } ? $"{Variable} is set"
        : null;

    /// <summary>The record where a build would change nothing.</summary>
    private BuildRecord? Fresh() =>
        _records.Find() is { } record && new UpToDateCheck(record).Check().Freshness is Freshness.Fresh ? record : null;

    private async Task<BuildRecord> RunAsync(CancellationToken cancellationToken)
    {
        if (_records.Find() is not { } record)
            return await RunWholeAsync(BuildNeed.Unrecorded, cancellationToken).ConfigureAwait(false);
        var check = new UpToDateCheck(record);
        var need = check.Check();
        if (need.Freshness is Freshness.SourcesChanged)
        {
            var build = new FastBuild(record, check, terminal);
            if ((SwitchedOff ?? build.Obstacle) is { } obstacle)
                need = need.Because(obstacle);
            else if (await CompileAsync(build, need, cancellationToken).ConfigureAwait(false))
                return record;
        }
        return await RunWholeAsync(need, cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> CompileAsync(FastBuild build, BuildNeed need, CancellationToken cancellationToken)
    {
        terminal.Progress($"Compiling {Path.GetFileName(project)} ({need.Reason})");
        return build.RunAsync(cancellationToken);
    }

    private async Task<BuildRecord> RunWholeAsync(BuildNeed need, CancellationToken cancellationToken) =>
        await new DotnetBuild(project, _records, request, terminal)
            .RunAsync(need, cancellationToken)
            .ConfigureAwait(false)
        ?? throw ToolException.WithoutMigrations(project);
}
