namespace Retort.Migrations;

/// <summary>A revision with all that it will do, collected before the first one runs.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Direction">Which way.</param>
/// <param name="ContentHash">The hash of the revision's file when it was compiled.</param>
/// <param name="Work">What it does, in order.</param>
internal sealed record PreparedStep(
    Revision Revision,
    Direction Direction,
    string ContentHash,
    IReadOnlyList<Work> Work
)
{
    /// <summary>The changes of the schema, those for other kinds of databases included.</summary>
    public IEnumerable<DdlElement> Changes =>
        ForDialect.Anywhere(Work.OfType<SchemaWork>().Select(schema => schema.Change));

    /// <summary>The operations that the work is of.</summary>
    public IReadOnlyList<Operation> Operations { get; private init; } = [];

    /// <summary>What the step does to the version table.</summary>
    public IReadOnlyList<RowChange> RowChanges { get; private init; } = [];

    /// <summary>Asks the revision's class what a step of a plan does.</summary>
    /// <inheritdoc cref="Of(Revision, Direction, CompiledRevision, Operations)" path="/exception" />
    public static PreparedStep Of(
        RevisionStep step,
        Direction direction,
        CompiledRevision compiled,
        Operations operations
    ) => Of(step.Revision, direction, compiled, operations) with { RowChanges = step.Changes };

    /// <summary>Asks the revision's class what it does.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="compiled">Its class.</param>
    /// <param name="operations">Collects; none are in it yet.</param>
    /// <exception cref="MigrationFailedException">Its method threw.</exception>
    /// <exception cref="MigrationException">It has no way back.</exception>
    public static PreparedStep Of(
        Revision revision,
        Direction direction,
        CompiledRevision compiled,
        Operations operations
    )
    {
        try
        {
            var migration = compiled.Create();
            if (direction is Direction.Upgrade)
                migration.Upgrade(operations);
            else
                migration.Downgrade(operations);
            return new(revision, direction, compiled.Hash, [.. operations.Steps.SelectMany(each => each.ToWork())])
            {
                Operations = operations.Steps,
            };
        }
        catch (Exception error) when (error is not MigrationException)
        {
            throw MigrationFailedException.Unprepared(revision, direction, error);
        }
    }
}
