namespace Retort.Tool;

/// <summary>Whether a build is needed, and why.</summary>
internal enum Freshness
{
    /// <summary>The assembly is what a build would make.</summary>
    Fresh,

    /// <summary>Nothing but C# files changed.</summary>
    /// <remarks>The shortest way from here is the compiler alone, with the arguments of the last build.</remarks>
    SourcesChanged,

    /// <summary>Something else changed, or nothing is known.</summary>
    Stale,
}

/// <summary>
/// Tells without MSBuild whether the recorded build is still what a build would make. The first time by times, more strictly than
/// MSBuild: nothing may be newer than the evaluation of the project. What was found right is remembered as a fingerprint of all
/// paths, times and lengths, which also notices a file that was replaced by an older one.
/// </summary>
/// <remarks>Not noticed: environment variables that a project file uses, and the first file of a kind that only a custom wildcard takes.</remarks>
internal sealed class UpToDateCheck(BuildRecord record)
{
    private readonly List<BuildInput> _inputs = [.. new BuildInputs(record).List()];

    private string SeenPath => Path.ChangeExtension(record.Path, "seen");

    /// <summary>Compares; remembers what is fresh.</summary>
    public Freshness Check()
    {
        var now = BuildFingerprint.Of(record, _inputs);
        if (BuildFingerprint.Read(SeenPath) is { } seen && seen.Evaluated == now.Evaluated)
            return seen.Others != now.Others ? Freshness.Stale
                : seen.Sources != now.Sources ? Freshness.SourcesChanged
                : Freshness.Fresh;
        var byTime = ByTime(acceptUnknown: false);
        if (byTime is Freshness.Fresh)
            now.Write(SeenPath);
        return byTime;
    }

    /// <summary>Remembers the state right after a build. A C# file that the build did not compile is none of the project's.</summary>
    public void Accept()
    {
        if (ByTime(acceptUnknown: true) is Freshness.Fresh)
            BuildFingerprint.Of(record, _inputs).Write(SeenPath);
    }

    private Freshness ByTime(bool acceptUnknown)
    {
        var ended = File.GetLastWriteTimeUtc(record.StampPath);
        var changed = _inputs.FindAll(input => IsChanged(input, ended, acceptUnknown));
        return changed.Count == 0 ? Freshness.Fresh
            : changed.TrueForAll(input => input.IsSource) ? Freshness.SourcesChanged
            : Freshness.Stale;
    }

    private bool IsChanged(BuildInput input, DateTime ended, bool acceptUnknown) =>
        input.Kind switch
        {
            BuildInputKind.Implicit => input.Written > record.Evaluated,
            BuildInputKind.Product => input.Written is null || input.Written > ended,
            BuildInputKind.UnknownSource => !acceptUnknown || input.Written > record.Evaluated,
            _ => input.Written is null || input.Written > record.Evaluated,
        };
}
