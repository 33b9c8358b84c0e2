namespace Retort.Migrations;

/// <summary>Finds out before a run what its one transaction could not hold.</summary>
internal static class OneTransaction
{
    /// <summary>Makes sure that all steps can share a transaction, where they are to.</summary>
    /// <exception cref="MigrationException">Something runs outside of any.</exception>
    public static void Require(IEnumerable<PreparedStep> steps, TransactionMode mode, DdlCompiler ddl)
    {
        if (mode is not TransactionMode.All)
            return;
        foreach (var step in steps)
            if (RevisionPart.Split(step, mode, ddl).FirstOrDefault(part => !part.IsTransaction) is { } outside)
                throw MigrationException.NotInOneTransaction(step, outside.Describe(ddl));
    }
}
