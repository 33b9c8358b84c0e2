namespace Retort.Tool;

/// <summary>
/// Tells without MSBuild whether the recorded build is still what a build would make. The first time by times, more strictly than
/// MSBuild: nothing may be newer than the evaluation of the project. What was found right is remembered as a fingerprint of all
/// paths, times and lengths, which also notices a file that was replaced by an older one.
/// </summary>
/// <remarks>
/// Not noticed: environment variables that a project file uses, imports whose path only MSBuild knows, and the first file of a kind that only a
/// custom wildcard takes.
/// </remarks>
internal sealed class UpToDateCheck
{
    private readonly BuildRecord _record;
    private readonly List<BuildInput> _inputs;

    public UpToDateCheck(BuildRecord record)
    {
        _record = record;
        Started = TimeProvider.System.GetUtcNow().UtcDateTime;
        _inputs = [.. new BuildInputs(record).List()];
    }

    /// <summary>What is written from then on may be missing in <see cref="Sources"/>.</summary>
    public DateTime Started { get; }

    /// <summary>The C# files outside the record's folder that are there.</summary>
    public IEnumerable<BuildInput> Sources => _inputs.Where(input => input.IsSource && input.Written is not null);

    private string SeenPath => Path.ChangeExtension(_record.Path, "seen");

    /// <summary>Compares; remembers what is fresh.</summary>
    public BuildNeed Check()
    {
        var now = BuildFingerprint.Of(_record, _inputs);
        var changed = Changed(acceptUnknown: false);
        if (BuildFingerprint.Read(SeenPath) is { } seen && seen.Evaluated == now.Evaluated)
            return seen.Others != now.Others ? After(changed.FindAll(input => !input.IsSource), Freshness.Stale)
                : seen.Sources != now.Sources
                    ? After(changed.FindAll(input => input.IsSource), Freshness.SourcesChanged)
                : BuildNeed.None;
        if (changed is [])
            now.Write(SeenPath);
        return BuildNeed.After(changed);
    }

    /// <summary>Remembers the state right after a build by MSBuild. A C# file that the build did not compile is none of the project's.</summary>
    public void Accept()
    {
        if (Changed(acceptUnknown: true) is [])
            BuildFingerprint.Of(_record, _inputs).Write(SeenPath);
    }

    /// <summary>Remembers the state right after the compiler ran on the C# files of an earlier check. What changed since is noticed by the next.</summary>
    public void Accept(UpToDateCheck compiled) =>
        (
            BuildFingerprint.Of(_record, _inputs) with
            {
                Sources = BuildFingerprint.Of(_record, compiled.Sources).Sources,
            }
        ).Write(SeenPath);

    /// <summary>Times do not show every difference of the fingerprints.</summary>
    private static BuildNeed After(List<BuildInput> changed, Freshness freshness) =>
        changed is [] ? BuildNeed.AfterOlderFiles(freshness) : BuildNeed.After(changed);

    private List<BuildInput> Changed(bool acceptUnknown)
    {
        var ended = File.GetLastWriteTimeUtc(_record.StampPath);
        return _inputs.FindAll(input => IsChanged(input, ended, acceptUnknown));
    }

    private bool IsChanged(BuildInput input, DateTime ended, bool acceptUnknown) =>
        input.Kind switch
        {
            BuildInputKind.Implicit => input.Written > _record.Evaluated,
            BuildInputKind.Product => input.Written is null || input.Written > ended,
            BuildInputKind.UnknownSource => !acceptUnknown || input.Written > _record.Evaluated,
            _ => input.Written is null || input.Written > _record.Evaluated,
        };
}
