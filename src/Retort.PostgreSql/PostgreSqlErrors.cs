using System.Data.Common;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Npgsql;

namespace Retort;

/// <summary>PostgreSQL's errors in Retort's words, by their codes (https://www.postgresql.org/docs/current/errcodes-appendix.html).</summary>
internal static partial class PostgreSqlErrors
{
    /// <summary>The error; null: none that has a remedy of its own.</summary>
    public static DatabaseException? Translate(DbException error, string connectionString) =>
        error switch
        {
            PostgresException refused => Refused(refused, PostgreSqlUrl.Describe(connectionString)),
            NpgsqlException { InnerException: SocketException or TimeoutException or IOException } lost => Unreachable(
                lost,
                PostgreSqlUrl.Describe(connectionString)
            ),
            _ => null,
        };

    /// <summary>The error of a server that lacks what Retort asks it.</summary>
    public static DatabaseException TooOld(Version version, int oldest) =>
        new(
            "RT0324",
            $"The server is PostgreSQL {version}; Retort needs {oldest} or newer. Nothing was done.",
            "Use a newer server."
        );

    /// <summary>The error of a lock that nobody can hold.</summary>
    public static DatabaseException PoolerMovedSession(string database) =>
        new(
            "RT0325",
            $"{database}: the session that took the lock is not the one that answers: a pooler between here and the server gives each "
                + "transaction another session. Nothing was done.",
            "Give migrations a URL that leads to the server itself, or to a pooler that keeps sessions."
        );

    private static DatabaseException? Refused(PostgresException error, string database) =>
        error.SqlState switch
        {
            PostgresErrorCodes.UniqueViolation => Violation(
                error,
                ConstraintKind.Unique,
                "A row with equal values is there already"
            ),
            PostgresErrorCodes.ForeignKeyViolation => Violation(
                error,
                ConstraintKind.ForeignKey,
                "The row refers to none, or others refer to it"
            ),
            PostgresErrorCodes.CheckViolation => Violation(
                error,
                ConstraintKind.Check,
                "The row does not pass a check"
            ),
            PostgresErrorCodes.NotNullViolation => Violation(error, ConstraintKind.NotNull, "A value is missing"),
            PostgresErrorCodes.ExclusionViolation => Violation(
                error,
                ConstraintKind.Exclusion,
                "A row that excludes this one is there already"
            ),
            PostgresErrorCodes.LockNotAvailable => new DatabaseLockedException(
                $"{database}: what the statement needs was locked by somebody else for too long. Nothing of it remains.",
                "Try again, or wait longer: lock_timeout.",
                error
            ),
            PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure => new DatabaseException(
                "RT0322",
                $"{database} undid the transaction because another one stood in its way: {error.MessageText}.",
                "Run the whole transaction again.",
                error
            ),
            PostgresErrorCodes.QueryCanceled => new DatabaseException(
                "RT0323",
                $"{database} ended the statement: {error.MessageText}. Nothing of it remains.",
                "Where statement_timeout ended it, set a longer one.",
                error
            ),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                new ConnectionFailedException(
                    $"{database} refuses the user: {error.MessageText}.",
                    "Check user and password in the URL (percent-encode : / ? # @ % in them), and the server's pg_hba.conf.",
                    error
                ),
            PostgresErrorCodes.InvalidCatalogName => new DatabaseMissingException(
                $"{database}: {error.MessageText}.",
                "Create it (createdb NAME), or correct the name in the URL.",
                error
            ),
            PostgresErrorCodes.InsufficientPrivilege => new DatabaseException(
                "RT0321",
                $"{database}: {error.MessageText}. Nothing of the statement remains.",
                "Let the owner GRANT the right, or connect as a user who has it.",
                error
            ),
            PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseException.ReadOnly(
                $"{database} can only be read: {error.MessageText}. Nothing was changed.",
                "A standby takes no changes: connect to the primary (target_session_attrs=read-write with several hosts).",
                error
            ),
            PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown => new ConnectionFailedException(
                $"{database}: {error.MessageText}.",
                "Try again when the server takes connections.",
                error
            ),
            PostgresErrorCodes.DiskFull => DatabaseException.DiskFull(
                $"The disk of {database} is full. Nothing of the statement remains.",
                "Make room, then run it again.",
                error
            ),
            _ => null,
        };

    private static ConstraintViolationException Violation(PostgresException error, ConstraintKind kind, string what)
    {
        var columns = Columns(error);
        var where = string.Join(
            ", ",
            new[]
            {
                error.TableName is { } table ? $"table {table}" : null,
                columns.Count > 0 ? $"columns {string.Join(", ", columns)}" : null,
                error.ConstraintName,
            }.Where(part => part is not null)
        );
        return new(kind, $"{what} ({where}).", error.TableName, columns, error.ConstraintName, error);
    }

    /// <summary>PostgreSQL names a column of its own accord for NOT NULL only; keys stand in the detail, as <c>(a, b)=(1, 2)</c> in every language.</summary>
    private static IReadOnlyList<string> Columns(PostgresException error) =>
        error.ColumnName is { } column ? [column]
        : error.Detail is { } detail && Key().Match(detail) is { Success: true } key
            ? [.. key.Groups[1].Value.Split(", ").Select(Unquoted)]
        : [];

    private static string Unquoted(string name) =>
        name is ['"', .., '"'] ? name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : name;

    private static ConnectionFailedException Unreachable(NpgsqlException error, string database) =>
        new(
            $"{database} does not answer: {error.InnerException!.Message}. What was not committed is undone.",
            "Check that the server runs and listens there, and host and port in the URL.",
            error
        );

    [GeneratedRegex(@"\(([^)=]+)\)=\(", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
