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
        var record = new BuildRecords(
            project,
            request["configuration"] ?? DefaultConfiguration,
            request["framework"]
        ).Find();
        if (request.Has("no-build"))
            return record is { } any && File.Exists(any.Assembly) ? any : throw NotBuilt();
        var freshness = record is null ? Freshness.Stale : new UpToDateCheck(record).Check();
        return freshness is Freshness.Fresh
            ? record!
            : await BuildAsync(restore: freshness is Freshness.Stale, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Builds whether it seems to be needed or not.</summary>
    /// <inheritdoc cref="CurrentAsync" path="/exception" />
    public async Task<BuildRecord> BuildAsync(bool restore, CancellationToken cancellationToken) =>
        await new DotnetBuild(project, request, terminal).RunAsync(restore, cancellationToken).ConfigureAwait(false)
        ?? throw new ToolException(
            "RT0812",
            $"{project} does not use Retort.Migrations; nothing was run.",
            "Type `dotnet add package Retort.Migrations`, and `retort init` where there is no retort.json yet."
        );

    private ToolException NotBuilt() =>
        new("RT0813", $"{project} has no assembly that can be used as it is.", "Leave out --no-build.");
}
