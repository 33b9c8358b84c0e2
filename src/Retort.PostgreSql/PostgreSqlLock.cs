using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Retort;

/// <summary>
/// A session advisory lock (https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS) on a connection of its own, asked
/// for again and again: a statement that waits has a snapshot, for which an index that is built concurrently would wait in turn. The server
/// gives the lock back when the connection ends, however it ends.
/// </summary>
/// <param name="source">Gives the connection.</param>
/// <param name="versionTable">What the lock is for; a database has locks of its own.</param>
/// <param name="holder">Who takes it: the connection's name in the server.</param>
internal sealed class PostgreSqlLock(DbDataSource source, TableName versionTable, string holder) : DatabaseLock
{
    private const string Pooler =
        "Connect to the server itself, not through a pooler (PgBouncer: port 5432 instead of 6432, or pool_mode=session).";

    private readonly long _key = BinaryPrimitives.ReadInt64BigEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes($"retort {versionTable}"))
    );

    private NpgsqlConnection? _connection;
    private int _backend;
    private bool _taken;

    /// <summary>The lock in <c>pg_locks</c>: a key of 64 bits stands there in two halves.</summary>
    private string Held =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"locktype = 'advisory' AND granted AND objsubid = 1 AND classid = {(uint)(_key >> 32)} AND objid = {(uint)_key} AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
        );

    /// <inheritdoc />
    public override async ValueTask<bool> TryTakeAsync(CancellationToken cancellationToken = default)
    {
        var row = await AskAsync(
                string.Create(CultureInfo.InvariantCulture, $"SELECT pg_try_advisory_lock({_key}), pg_backend_pid()"),
                cancellationToken
            )
            .ConfigureAwait(false);
        _taken = (bool)row[0]!;
        return (int)row[1]! == _backend ? _taken : throw Moved((int)row[1]!);
    }

    /// <inheritdoc />
    public override async ValueTask<string?> HolderAsync(CancellationToken cancellationToken = default)
    {
        var row = await AskAsync(
                $"""
                SELECT l.pid, a.application_name, a.usename, a.client_addr::text
                FROM (VALUES (1)) AS one LEFT JOIN pg_locks AS l ON {Held} LEFT JOIN pg_stat_activity AS a ON a.pid = l.pid
                """,
                cancellationToken
            )
            .ConfigureAwait(false);
        if (row[0] is not int pid)
            return null;
        var name = row[1] is string { Length: > 0 } given ? given : $"user {row[2] ?? "unknown"}";
        var place = row[3] is string address ? $" from {address}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{name}{place} (backend {pid} of the server)");
    }

    /// <inheritdoc />
    public override async ValueTask RequireAsync(CancellationToken cancellationToken = default)
    {
        var row = await AskAsync(
                $"SELECT EXISTS (SELECT FROM pg_locks WHERE {Held} AND pid = pg_backend_pid()), pg_backend_pid()",
                cancellationToken
            )
            .ConfigureAwait(false);
        if ((int)row[1]! != _backend)
            throw Moved((int)row[1]!);
        if (!(bool)row[0]!)
            throw Lost(null);
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        if (_connection is not { } connection)
            return;
        _connection = null;
        try
        {
            // a connection of the application's own source goes back to its pool
            if (_taken && connection.FullState is System.Data.ConnectionState.Open)
                await RunAsync(connection, "SELECT pg_advisory_unlock_all()", default).ConfigureAwait(false);
        }
        catch (NpgsqlException) { } // the lock has ended with the connection
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<object?[]> AskAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(await OpenAsync(cancellationToken).ConfigureAwait(false), sql, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (NpgsqlException error) when (_taken)
        {
            throw Lost(error);
        }
        catch (NpgsqlException error) when (_connection is { } connection)
        {
            if (PostgreSqlErrors.Translate(error, connection) is { } known)
                throw known;
            throw;
        }
    }

    /// <summary>Opens the connection once, gives it its name, and keeps the server from closing it while it is idle.</summary>
    private async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_connection is { } open)
            return open;
        _connection = (NpgsqlConnection)source.CreateConnection();
        await _connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        var row = await RunAsync(
                _connection,
                $"""
                SELECT pg_backend_pid(), set_config('application_name', {TypeMap.Quote(Name(holder))}, false),
                  (SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'idle_session_timeout')
                """,
                cancellationToken
            )
            .ConfigureAwait(false);
        _backend = (int)row[0]!;
        return _connection;
    }

    private static async ValueTask<object?[]> RunAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken
    )
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var row = new object?[reader.FieldCount];
                for (var i = 0; i < row.Length; i++)
                    row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                return row;
            }
        }
    }

    /// <summary>A name of the server's: 63 letters of ASCII.</summary>
    private static string Name(string holder)
    {
        var plain = string.Concat(holder.Select(letter => char.IsBetween(letter, ' ', '~') ? letter : '?'));
        return plain.Length > 63 ? plain[..63] : plain;
    }

    private DatabaseException Moved(int backend) =>
        new(
            "RT0325",
            $"A connection pooler moved the session that holds the lock from backend {_backend} to {backend}: a lock means nothing there. Nothing was run.",
            Pooler
        );

    private static DatabaseException Lost(NpgsqlException? error) =>
        new(
            "RT0326",
            "The lock on the database was lost: the server ended its connection. What was committed stays; nothing else was run.",
            $"Run the command again: it goes on from here. Where a pooler stands between: {Pooler}",
            error
        );
}
