namespace Retort.Tool;

/// <summary>The runtime that a project needs.</summary>
internal sealed class ProjectRuntime(BuildRecord record)
{
    private const string Core = "Microsoft.NETCore.App";

    /// <summary>Whether this process can be it: the project needs nothing but .NET itself, of the same major version.</summary>
    public bool IsThis =>
        !record.HasRuntimeTemplate
        && record.Runtimes is [var only]
        && only.Split('/') is [Core, var text]
        && Version.TryParse(text.Split('-')[0], out var version)
        && version.Major == Environment.Version.Major
        && version <= Environment.Version;

    /// <summary>Makes the project's switches this process's own, such as the one for cultures; libraries look them up when they begin.</summary>
    public void Apply()
    {
        foreach (var each in record.Switches)
            AppContext.SetData(
                each[..each.IndexOf('=', StringComparison.Ordinal)],
                each[(each.IndexOf('=', StringComparison.Ordinal) + 1)..]
            );
    }
}
