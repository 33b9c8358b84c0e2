namespace Retort.Migrations;

/// <summary>A run of revisions, written down as SQL.</summary>
/// <param name="Sql">The script: statements that end with a semicolon and a line, and comments.</param>
/// <param name="Revisions">The ids of the revisions in it, in order.</param>
/// <param name="Before">The version rows that the database must have, sorted.</param>
/// <param name="Heads">The version rows afterwards, sorted.</param>
public sealed record MigrationScript(
    string Sql,
    IReadOnlyList<string> Revisions,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> Heads
)
{
    /// <summary>What the user should know about the target; null for nothing.</summary>
    public string? Warning { get; init; }
}
