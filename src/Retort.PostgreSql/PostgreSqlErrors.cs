using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace Retort;

/// <summary>PostgreSQL's errors in Retort's words, by their codes: https://www.postgresql.org/docs/current/errcodes-appendix.html.</summary>
internal static class PostgreSqlErrors
{
    private static readonly Version Oldest = new(12, 0);

    /// <summary>The error; null: none that has a remedy of its own.</summary>
    public static DatabaseException? Translate(NpgsqlException error, NpgsqlConnection connection)
    {
        var database = PostgreSqlUrl.Describe(connection.ConnectionString);
        return error is PostgresException refused
            ? PostgreSqlConstraints.Translate(refused) ?? Refused(refused, database, connection)
            : NotReached(error, database);
    }

    /// <summary>The driver's message, without what it says where the server's detail is not to be shown: which option of its own shows it.</summary>
    public static string MessageOf(DbException error) =>
        error is PostgresException { Detail: { } detail }
        && detail.StartsWith("Detail redacted", StringComparison.Ordinal)
            ? error.Message.Replace($"DETAIL: {detail}", "", StringComparison.Ordinal).TrimEnd()
            : error.Message;

    /// <exception cref="DatabaseException">The server is older than this dialect knows.</exception>
    public static void RequireVersion(NpgsqlConnection connection)
    {
        var version = connection.PostgreSqlVersion;
        if (version < Oldest)
            throw new DatabaseException(
                "RT0324",
                $"{PostgreSqlUrl.Describe(connection.ConnectionString)} is PostgreSQL {version}; at least {Oldest.Major} is needed. Nothing was done.",
                "Update the server: https://www.postgresql.org/support/versioning/"
            );
    }

    private static DatabaseException? Refused(PostgresException error, string database, NpgsqlConnection connection) =>
        error.SqlState switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                new ConnectionFailedException(
                    $"{database} does not let this user in: {error.MessageText}.",
                    "Correct user and password in the URL (postgresql://user:password@host/database), or PGPASSWORD, or ~/.pgpass.",
                    error
                ),
            PostgresErrorCodes.InvalidCatalogName => new DatabaseMissingException(
                $"There is no database {database}: {error.MessageText}.",
                "Correct the name, or create it: createdb -h HOST -U USER NAME",
                error
            ),
            PostgresErrorCodes.TooManyConnections => new ConnectionFailedException(
                $"{database} takes no more connections: {error.MessageText}.",
                "Close some, give each process fewer (max_pool_size=10 in the URL), or raise max_connections of the server.",
                error
            ),
            PostgresErrorCodes.CannotConnectNow => new ConnectionFailedException(
                $"{database} is not ready: {error.MessageText}.",
                "Try again in a moment.",
                error
            ),
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or "57P05" =>
                new ConnectionFailedException(
                    $"The server ended the connection to {database}: {error.MessageText}. What was not committed is undone.",
                    "Run it again.",
                    error
                ),
            PostgresErrorCodes.LockNotAvailable => new DatabaseLockedException(
                $"{database}: {error.MessageText}. Another connection has the lock; nothing of the statement remains.",
                "Try again, wait longer (options=-c lock_timeout=60s in the URL), or see who has it: SELECT * FROM pg_stat_activity",
                error
            ),
            PostgresErrorCodes.DeadlockDetected => Undone(
                $"{database}: two transactions waited for each other, and this one was given up. Nothing of it remains.",
                "Run the transaction again; lock rows and tables in the same order everywhere.",
                error
            ),
            PostgresErrorCodes.SerializationFailure => Undone(
                $"{database}: {error.MessageText}. Nothing of the transaction remains.",
                "Run the transaction again.",
                error
            ),
            PostgresErrorCodes.QueryCanceled => new DatabaseException(
                "RT0323",
                $"{database}: {error.MessageText}. Nothing of the statement remains.",
                "Allow more time (options=-c statement_timeout=60s, or command_timeout=60 in the URL), or make the statement smaller.",
                error
            ),
            PostgresErrorCodes.InFailedSqlTransaction => new DatabaseException(
                "RT0327",
                "An earlier statement of this transaction failed, and PostgreSQL has undone all of it. Nothing more can be done in it.",
                "Roll back (session.RollbackAsync()), correct what failed, and do the work again.",
                error
            ),
            PostgresErrorCodes.ActiveSqlTransaction => new InTransactionException(
                $"{database}: {error.MessageText}. Nothing of the statement remains.",
                error
            ),
            PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseException.ReadOnly(
                IsStandby(connection)
                    ? $"{database} is a standby, which can only be read. Nothing was changed."
                    : $"{database} can only be read here: {error.MessageText}. Nothing was changed.",
                IsStandby(connection)
                    ? "Connect to the primary server; with several hosts: postgresql://one,two/db?target_session_attrs=primary"
                    : "Use a transaction, user and database whose default_transaction_read_only is off.",
                error
            ),
            PostgresErrorCodes.InsufficientPrivilege => new DatabaseException(
                "RT0321",
                $"{database}: {error.MessageText}. Nothing of the statement remains.",
                $"Use another user, or let its owner give this one the right: {Grant(error.MessageText)}",
                error
            ),
            PostgresErrorCodes.InvalidSchemaName => new SchemaMissingException(
                $"{database}: {error.MessageText}. Nothing of the statement remains.",
                error
            ),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn => DatabaseException.UnknownObject(
                $"{database}: {error.MessageText}.",
                error
            ),
            PostgresErrorCodes.DiskFull => DatabaseException.DiskFull(
                $"The disk of {database} is full. Nothing of the statement remains.",
                "Make room, then run it again.",
                error
            ),
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => DatabaseException.Damaged(
                $"{database} is damaged: {error.MessageText}.",
                "Restore a backup; REINDEX repairs an index.",
                error
            ),
            PostgresErrorCodes.UntranslatableCharacter => new DatabaseException(
                "RT0328",
                $"{database}: {error.MessageText}. PostgreSQL's jsonb has no NUL character (\\u0000).",
                "Remove it from the value, or store bytes.",
                error
            ),
            _ => null,
        };

    private static DatabaseException Undone(string message, string hint, PostgresException error) =>
        new("RT0322", message, hint, error);

    private static ConnectionFailedException? NotReached(NpgsqlException error, string database) =>
        error switch
        {
            { InnerException: SocketException { SocketErrorCode: var code } } => new ConnectionFailedException(
                $"{database} cannot be reached: {Reason(code, error.InnerException.Message)}.",
                code is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain
                    ? "Correct the host in the URL."
                    : "Start the server, or correct host and port: pg_isready -h HOST -p PORT",
                error
            ),
            { InnerException: TimeoutException } => new ConnectionFailedException(
                $"{database} did not answer in time.",
                "Check host, port and firewall, or wait longer: connect_timeout=30 for the connection, command_timeout=60 for a statement.",
                error
            ),
            { InnerException: IOException or ObjectDisposedException } => new ConnectionFailedException(
                $"The connection to {database} was lost: {error.InnerException.Message.TrimEnd('.')}. What was not committed is undone.",
                "Run it again.",
                error
            ),
            { SqlState: null } when IsAboutConnecting(error.Message) => new ConnectionFailedException(
                $"{database} cannot be opened: {error.Message.TrimEnd('.')}.",
                "Correct the URL: postgresql://user:password@host:port/database?sslmode=prefer",
                error
            ),
            _ => null,
        };

    private static bool IsAboutConnecting(string message) =>
        message.StartsWith("No password has been provided", StringComparison.Ordinal)
        || message.StartsWith("SSL", StringComparison.Ordinal)
        || message.StartsWith("No suitable host", StringComparison.Ordinal)
        || message.StartsWith("Unable to connect", StringComparison.Ordinal);

    private static string Reason(SocketError code, string message) =>
        code switch
        {
            SocketError.ConnectionRefused or SocketError.AddressNotAvailable => "no server listens there",
            SocketError.HostNotFound or SocketError.NoData => "there is no such host",
            _ => message.TrimEnd('.'),
        };

    /// <summary>The server tells it since PostgreSQL 14; an older one is not asked.</summary>
    private static bool IsStandby(NpgsqlConnection connection) =>
        connection.State is System.Data.ConnectionState.Open
        && connection.PostgresParameters.TryGetValue("in_hot_standby", out var standby)
        && standby is "on";

    private static string Grant(string message) =>
        message.Contains("schema", StringComparison.Ordinal)
            ? "GRANT USAGE, CREATE ON SCHEMA … TO …"
            : "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE … TO …";
}
