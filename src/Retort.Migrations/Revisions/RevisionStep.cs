namespace Retort.Migrations;

/// <summary>One revision to run, up or down as its plan says, and what that does to the version table.</summary>
public sealed record RevisionStep(Revision Revision, IReadOnlyList<RowChange> Changes);
