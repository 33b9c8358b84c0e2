namespace Retort.Tool;

/// <summary>Whether a build is needed, and why.</summary>
/// <param name="Freshness">What must be done.</param>
/// <param name="Reason">In words; empty where nothing is needed.</param>
internal sealed record BuildNeed(Freshness Freshness, string Reason)
{
    /// <summary>Files of other kinds may say which packages there are.</summary>
    private static readonly string[] WithoutPackages =
    [
        ".cs",
        ".resx",
        ".razor",
        ".cshtml",
        ".sql",
        ".editorconfig",
        ".globalconfig",
    ];

    /// <summary>Nothing is needed.</summary>
    public static BuildNeed None { get; } = new(Freshness.Fresh, "");

    /// <summary>Whether packages may have to be restored first.</summary>
    public bool Restore { get; private init; } = Freshness is Freshness.Stale;

    /// <summary>Whether MSBuild, which compares times alone, must be told to build everything again.</summary>
    public bool Anew { get; private init; }

    /// <summary>A build that nobody has recorded.</summary>
    public static BuildNeed Unrecorded { get; } = new(Freshness.Stale, "no build is recorded");

    /// <summary>What must be done after these changes.</summary>
    public static BuildNeed After(IReadOnlyList<BuildInput> changed) =>
        changed is [] ? None
        : changed.All(input => input.IsSource) ? new(Freshness.SourcesChanged, Describe(changed))
        : new(Freshness.Stale, Describe([.. changed.Where(input => !input.IsSource)]))
        {
            Restore = changed.Any(input => !WithoutPackages.Contains(Path.GetExtension(input.Path))),
        };

    /// <summary>The assembly was made of other sources, whatever the times say.</summary>
    public static BuildNeed OtherSources { get; } =
        new(Freshness.Stale, "the assembly is not of the sources") { Anew = true };

    /// <summary>What must be done where something is different and nothing is newer.</summary>
    public static BuildNeed AfterOlderFiles(Freshness freshness) =>
        new(freshness, "files were replaced by older ones or removed") { Anew = freshness is Freshness.Stale };

    /// <summary>The same, with why the compiler alone is not enough.</summary>
    public BuildNeed Because(string obstacle) => this with { Reason = $"{Reason}; {obstacle}" };

    private static string Describe(IReadOnlyList<BuildInput> changed) =>
        changed is [var only] ? $"{Path.GetFileName(only.Path)} {Describe(only)}" : $"{changed.Count} files changed";

    private static string Describe(BuildInput changed) =>
        changed.Written is null ? "is gone"
        : changed.Kind is BuildInputKind.UnknownSource ? "is new"
        : "changed";
}

/// <summary>What a build would do.</summary>
internal enum Freshness
{
    /// <summary>The assembly is what a build would make.</summary>
    Fresh,

    /// <summary>Nothing but C# files of the project changed.</summary>
    SourcesChanged,

    /// <summary>Something else changed, or nothing is known.</summary>
    Stale,
}
