namespace Retort;

/// <summary>A transaction in which things are created only to read how PostgreSQL prints them, and which is rolled back.</summary>
internal sealed class PostgreSqlTrial(CatalogQuery query)
{
    /// <summary>The savepoint that each try goes back to.</summary>
    private const string Start = "retort_start";

    /// <summary>Begins; false where nothing can be created here, such as on a standby.</summary>
    public async ValueTask<bool> BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            await query($"BEGIN READ WRITE; SAVEPOINT {Start}", cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DatabaseException)
        {
            return false;
        }
    }

    /// <summary>Undoes everything.</summary>
    public async ValueTask EndAsync() => await query("ROLLBACK", CancellationToken.None).ConfigureAwait(false);

    /// <summary>Creates and reads all at once; where PostgreSQL refuses that, half by half, down to what it refuses.</summary>
    /// <returns>What PostgreSQL refuses.</returns>
    public async ValueTask<T[]> AskAsync<T>(
        T[] asked,
        Func<T[], IEnumerable<string>> creation,
        Func<T[], CancellationToken, ValueTask> read,
        CancellationToken cancellationToken
    )
    {
        if (asked.Length == 0 || await TryAsync(asked, creation, read, cancellationToken).ConfigureAwait(false))
            return [];
        if (asked.Length == 1)
            return asked;
        var half = asked.Length / 2;
        return
        [
            .. await AskAsync(asked[..half], creation, read, cancellationToken).ConfigureAwait(false),
            .. await AskAsync(asked[half..], creation, read, cancellationToken).ConfigureAwait(false),
        ];
    }

    /// <summary>Creates and reads; false where PostgreSQL refuses.</summary>
    private async ValueTask<bool> TryAsync<T>(
        T[] asked,
        Func<T[], IEnumerable<string>> creation,
        Func<T[], CancellationToken, ValueTask> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await query(string.Join(";\n", creation(asked)), cancellationToken).ConfigureAwait(false);
            await read(asked, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DatabaseException)
        {
            return false;
        }
        finally
        {
            await query($"ROLLBACK TO SAVEPOINT {Start}", CancellationToken.None).ConfigureAwait(false);
        }
    }
}
