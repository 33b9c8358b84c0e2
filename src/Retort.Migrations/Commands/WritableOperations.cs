namespace Retort.Migrations;

/// <summary>The operations of a compiled revision, as they can be written into the file of another one.</summary>
internal static class WritableOperations
{
    /// <exception cref="RevisionFileException">One of them is code, which is nothing without the file that it stands in.</exception>
    /// <exception cref="MigrationException">The revision has no way back.</exception>
    public static IReadOnlyList<Operation> Of(
        Revision revision,
        Direction direction,
        RevisionSet revisions,
        MigrationOptions options
    )
    {
        var operations = PreparedStep.Of(revision, direction, revisions[revision], options.NewOperations()).Operations;
        return operations.FirstOrDefault(RunsCode) is { } code
            ? throw RevisionFileException.RunsCode(revision, code)
            : operations;
    }

    private static bool RunsCode(Operation operation) => operation.ToWork().Any(work => work is CodeWork);
}
