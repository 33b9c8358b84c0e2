namespace Retort.Migrations;

/// <summary>A revision was run, or a row was stamped, and the transaction has not ended yet.</summary>
/// <param name="Connection">The connection, in the transaction of the revision or of the stamp. It neither begins nor ends one.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Direction">Which way it was run; of a stamp: whether the database is said to have it now, or no more.</param>
/// <param name="Heads">The version rows now, sorted.</param>
public sealed record VersionApplied(
    Connection Connection,
    Revision Revision,
    Direction Direction,
    IReadOnlyList<string> Heads
)
{
    /// <summary>Whether only a version row was written, and nothing was run.</summary>
    public bool IsStamp { get; init; }

    /// <summary>What was said for this run, by name.</summary>
    public MigrationArguments Arguments { get; init; } = MigrationArguments.None;

    /// <summary>The tag of this run; null: none.</summary>
    public string? Tag { get; init; }
}
