using System.Data.Common;
using Npgsql;

namespace Retort;

/// <summary>
/// A session advisory lock on a connection of its own (https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS). The
/// server gives it back when the session ends, however it ends. It is asked for again and again, never waited for: a wait inside a
/// snapshot would stop concurrent index builds, which wait for older snapshots themselves.
/// </summary>
internal sealed class PostgreSqlLock : DatabaseLock
{
    /// <summary>"retort" in ASCII: one lock for each database, whoever asks.</summary>
    private const long Key = 0x7265746f7274;

    private const int LongestName = 63;
    private const string Mark = "retort: ";

    private readonly NpgsqlConnection _connection;

    private PostgreSqlLock(NpgsqlConnection connection) => _connection = connection;

    /// <summary>The lock of a database; null: somebody else has it.</summary>
    /// <exception cref="DatabaseException">The database cannot be reached, or a pooler gives each statement another session.</exception>
    public static async ValueTask<DatabaseLock?> TryTakeAsync(
        LockableDatabase database,
        string holder,
        CancellationToken cancellationToken
    )
    {
        var connection = (NpgsqlConnection)database.NewConnection();
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await RunAsync(connection, $"SET application_name = {TypeMap.Quote(Named(holder))}", cancellationToken)
                .ConfigureAwait(false);
            var taken = await RunAsync(connection, $"SELECT pg_try_advisory_lock({Key})", cancellationToken)
                .ConfigureAwait(false);
            if (taken is true)
                return await StaysAsync(connection, cancellationToken).ConfigureAwait(false)
                    ? new PostgreSqlLock(connection)
                    : throw PostgreSqlErrors.PoolerMovedSession(PostgreSqlUrl.Describe(database.ConnectionString));
        }
        catch (Exception error)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            if (
                error is DbException refused
                && PostgreSqlErrors.Translate(refused, database.ConnectionString) is { } known
            )
                throw known;
            throw;
        }
        await connection.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    /// <summary>Who has the lock; null: nobody, or it cannot be seen.</summary>
    public static async ValueTask<string?> HolderAsync(LockableDatabase database, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)database.NewConnection();
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                return (string?)await RunAsync(connection, HolderQuery, cancellationToken).ConfigureAwait(false);
            }
            catch (DbException)
            {
                return null; // who waits goes on waiting, and says less
            }
        }
    }

    /// <inheritdoc />
    /// <remarks>The session is closed, not given back: whatever a pool did with it, the lock is gone.</remarks>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (_connection.FullState is System.Data.ConnectionState.Open)
                await RunAsync(_connection, $"SELECT pg_advisory_unlock({Key})", CancellationToken.None)
                    .ConfigureAwait(false);
        }
        catch (DbException)
        {
            // the session has ended, and the lock with it
        }
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static string HolderQuery { get; } =
        $"""
            SELECT coalesce(nullif(replace(a.application_name, '{Mark}', ''), ''), 'somebody') || ', session ' || a.pid || ' since '
              || to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
            FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND (l.classid::bigint << 32 | l.objid::bigint) = {Key}
            """;

    /// <summary>Whether the session that took the lock is the one that answers now: behind a pooler for statements it is another.</summary>
    private static async ValueTask<bool> StaysAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await RunAsync(
                connection,
                $"""
                SELECT EXISTS (SELECT * FROM pg_locks
                WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND granted
                  AND (classid::bigint << 32 | objid::bigint) = {Key})
                """,
                cancellationToken
            )
            .ConfigureAwait(false)
            is true;

    private static async ValueTask<object?> RunAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken
    )
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is { } value and not DBNull
                ? value
                : null;
    }

    /// <summary>PostgreSQL cuts a name at 63 bytes.</summary>
    private static string Named(string holder)
    {
        var ascii = string.Concat((Mark + holder).Where(letter => letter is >= ' ' and < (char)127));
        return ascii[..Math.Min(ascii.Length, LongestName)];
    }
}
