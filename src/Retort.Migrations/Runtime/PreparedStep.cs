namespace Retort.Migrations;

/// <summary>A step of a plan with all that it will do, collected before the first one runs.</summary>
/// <param name="Step">The revision and its version rows.</param>
/// <param name="Direction">Which way.</param>
/// <param name="ContentHash">The hash of the revision's file when it was compiled.</param>
/// <param name="Changes">The changes of the schema.</param>
internal sealed record PreparedStep(
    RevisionStep Step,
    Direction Direction,
    string ContentHash,
    IReadOnlyList<DdlElement> Changes
)
{
    public Revision Revision => Step.Revision;

    /// <summary>Asks the revision's class what it does.</summary>
    /// <exception cref="MigrationFailedException">Its method threw.</exception>
    /// <exception cref="MigrationException">It has no way back.</exception>
    public static PreparedStep Of(RevisionStep step, Direction direction, CompiledRevision compiled)
    {
        var operations = new Operations();
        try
        {
            var migration = compiled.Create();
            if (direction is Direction.Upgrade)
                migration.Upgrade(operations);
            else
                migration.Downgrade(operations);
            return new(step, direction, compiled.Hash, [.. operations.Steps.SelectMany(each => each.ToDdl())]);
        }
        catch (Exception error) when (error is not MigrationException)
        {
            throw MigrationFailedException.Unprepared(step.Revision, direction, error);
        }
    }
}
