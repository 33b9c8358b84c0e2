namespace Retort.Migrations;

/// <summary>What the project's database says before files of revisions go.</summary>
internal static class AppliedRevisions
{
    /// <summary>Its version rows.</summary>
    /// <exception cref="RevisionFileException">It cannot be read.</exception>
    public static async Task<IReadOnlyList<string>> RowsAsync(
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await DatabaseState.RowsAsync(context, cancellationToken).ConfigureAwait(false)).Rows;
        }
        catch (DatabaseException error)
        {
            throw RevisionFileException.Unchecked(context.Database, error);
        }
    }
}
