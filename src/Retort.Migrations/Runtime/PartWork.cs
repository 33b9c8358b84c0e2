using System.Diagnostics;

namespace Retort.Migrations;

/// <summary>Does the work of a part, in whatever transaction there is.</summary>
internal static class PartWork
{
    public static async ValueTask RunAsync(
        Connection connection,
        IReadOnlyList<Work> work,
        CancellationToken cancellationToken
    )
    {
        var changes = new List<DdlElement>();
        foreach (var each in work)
            switch (each)
            {
                case SchemaWork schema:
                    changes.Add(schema.Change);
                    break;
                case CodeWork code:
                    await ChangeAsync().ConfigureAwait(false);
                    await RunAsync(connection, code, cancellationToken).ConfigureAwait(false);
                    break;
                default:
                    throw new UnreachableException();
            }
        await ChangeAsync().ConfigureAwait(false);

        async ValueTask ChangeAsync()
        {
            await SchemaChanger.ExecuteAsync(connection, changes, cancellationToken).ConfigureAwait(false);
            changes.Clear();
        }
    }

    private static async ValueTask RunAsync(Connection connection, CodeWork code, CancellationToken cancellationToken)
    {
        var before = connection.InTransaction;
        await code.Code(connection, cancellationToken).ConfigureAwait(false);
        if (connection.InTransaction != before)
            throw MigrationException.EndedTransaction(code.Source);
    }
}
