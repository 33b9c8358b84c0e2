namespace Retort.Migrations;

/// <summary>What a run of revisions did.</summary>
/// <param name="Applied">The revisions that it ran, in order; none where there was nothing to do.</param>
/// <param name="Before">The version rows before, sorted.</param>
/// <param name="Heads">The version rows afterwards, sorted.</param>
public sealed record MigrationRun(
    IReadOnlyList<AppliedRevision> Applied,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> Heads
)
{
    /// <summary>Applied revisions whose files were changed since.</summary>
    public IReadOnlyList<Revision> ChangedFiles { get; init; } = [];

    /// <summary>What the opposite command takes to bring the database back to where it was; null where nothing was run, or no one call of it does.</summary>
    public string? WayBack { get; init; }

    /// <summary>What the user should know about the target; null for nothing.</summary>
    public string? Warning { get; init; }
}

/// <summary>A revision that was run, and whose changes last.</summary>
public sealed record AppliedRevision(Revision Revision, Direction Direction, TimeSpan Elapsed);
