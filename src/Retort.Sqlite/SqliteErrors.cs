using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Retort;

/// <summary>SQLite's errors in Retort's words. Which table and columns are meant stands only in SQLite's message.</summary>
internal static class SqliteErrors
{
    /// <summary>The error; null: none that has a remedy of its own.</summary>
    public static DatabaseException? Translate(SqliteException error, string connectionString)
    {
        var database = SqliteUrl.Describe(connectionString);
        return error.SqliteErrorCode switch
        {
            raw.SQLITE_CONSTRAINT => Constraint(error),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new DatabaseLockedException(
                $"{database} is locked: another connection is writing to it and did not finish in time. Nothing was changed.",
                "Try again, wait longer (sqlite:///app.db?timeout=60), or end the program that holds the lock.",
                error
            ),
            raw.SQLITE_CANTOPEN => CannotOpen(error, connectionString),
            raw.SQLITE_NOTADB => new ConnectionFailedException(
                $"{database} is not a SQLite database, or it is encrypted.",
                "Check the path; a file of another kind is never overwritten.",
                error
            ),
            raw.SQLITE_READONLY => DatabaseException.ReadOnly(
                $"{database} can only be read. Nothing was changed.",
                "Make the file and its folder writable for this user, or open it without mode=ro.",
                error
            ),
            raw.SQLITE_FULL => DatabaseException.DiskFull(
                $"The disk of {database} is full. Nothing of the statement remains.",
                "Make room, then run it again.",
                error
            ),
            raw.SQLITE_CORRUPT => DatabaseException.Damaged(
                $"{database} is damaged: {Text(error)}.",
                "Restore a backup, or save what can be read: sqlite3 FILE .recover",
                error
            ),
            raw.SQLITE_ERROR => Refused(error, database),
            _ => null,
        };
    }

    private static ConstraintViolationException Constraint(SqliteException error)
    {
        var message = Text(error);
        const string Failed = " constraint failed";
        var end = message.IndexOf(Failed, StringComparison.Ordinal);
        var subject = end < 0 ? "" : message[(end + Failed.Length)..].TrimStart(':', ' ');
        return (end < 0 ? "" : message[..end]) switch
        {
            "UNIQUE" when subject.StartsWith("index '", StringComparison.Ordinal) => Violation(
                error,
                ConstraintKind.Unique,
                null,
                [],
                subject[7..^1],
                $"A row with equal values is there already (unique index {subject[7..^1]})."
            ),
            "UNIQUE" => OfColumns(error, ConstraintKind.Unique, subject, "A row with equal values is there already"),
            "NOT NULL" => OfColumns(error, ConstraintKind.NotNull, subject, "A value is missing (NOT NULL)"),
            "CHECK" => Violation(
                error,
                ConstraintKind.Check,
                null,
                [],
                subject,
                $"A row violates the check {subject}."
            ),
            "FOREIGN KEY" => Violation(
                error,
                ConstraintKind.ForeignKey,
                null,
                [],
                null,
                "A row refers to one that is not there, or is referred to by others (foreign key)."
            ),
            _ => Violation(
                error,
                ConstraintKind.Check,
                null,
                [],
                null,
                $"A constraint or trigger refused a row: {message}."
            ),
        };
    }

    private static ConstraintViolationException OfColumns(
        SqliteException error,
        ConstraintKind kind,
        string subject,
        string what
    )
    {
        var (table, columns) = Columns(subject);
        return Violation(error, kind, table, columns, null, $"{what}: {string.Join(", ", columns)} of table {table}.");
    }

    private static ConstraintViolationException Violation(
        SqliteException error,
        ConstraintKind kind,
        string? table,
        IReadOnlyList<string> columns,
        string? constraint,
        string message
    ) => new(kind, $"{message} Nothing of the statement remains.", table, columns, constraint, error);

    /// <summary>
    /// Splits <c>hero.name, hero.age</c>. Names may hold dots and commas: the table is the longest text that stands before the most columns.
    /// </summary>
    private static (string Table, IReadOnlyList<string> Columns) Columns(string subject)
    {
        (string Table, string[] Columns) best = (subject, []);
        for (var dot = subject.IndexOf('.'); dot >= 0; dot = subject.IndexOf('.', dot + 1))
        {
            var table = subject[..dot];
            var columns = subject[(dot + 1)..].Split($", {table}.");
            if (columns.Length >= best.Columns.Length)
                best = (table, columns);
        }
        return best;
    }

    private static DatabaseException CannotOpen(SqliteException error, string connectionString)
    {
        if (SqliteUrl.File(connectionString) is not { } path)
            return new ConnectionFailedException(
                $"A SQLite database in memory cannot be opened: {Text(error)}.",
                null,
                error
            );
        var folder = Path.GetDirectoryName(path);
        if (folder is not null && !Directory.Exists(folder))
            return new ConnectionFailedException(
                $"{path} cannot be opened: the folder {folder} does not exist.",
                $"Create it (mkdir \"{folder}\"), or correct the path.",
                error
            );
        if (Directory.Exists(path))
            return new ConnectionFailedException(
                $"{path} cannot be opened: it is a folder.",
                "Name a file in it, such as app.db.",
                error
            );
        return System.IO.File.Exists(path)
            ? new ConnectionFailedException(
                $"{path} cannot be opened.",
                "Check that this user may read and write the file and its folder.",
                error
            )
            : new DatabaseMissingException(
                $"There is no database {path}, or this user may not create it.",
                "Correct the path, or create the database: retort upgrade head",
                error
            );
    }

    private static DatabaseException? Refused(SqliteException error, string database)
    {
        var message = Text(error);
        return message.StartsWith("no such table", StringComparison.Ordinal)
            || message.StartsWith("no such column", StringComparison.Ordinal)
            || message.Contains(" has no column named ", StringComparison.Ordinal)
                ? DatabaseException.UnknownObject($"{database}: {message}.", error)
            : message.StartsWith("cannot ", StringComparison.Ordinal)
            && message.EndsWith(" within a transaction", StringComparison.Ordinal)
                ? new InTransactionException($"{database}: {message}. Nothing of the statement remains.", error)
            : null;
    }

    /// <summary>SQLite's own text out of the driver's <c>SQLite Error 19: 'text'.</c></summary>
    private static string Text(SqliteException error)
    {
        var start = error.Message.IndexOf('\'', StringComparison.Ordinal);
        return start >= 0 && error.Message.EndsWith("'.", StringComparison.Ordinal)
            ? error.Message[(start + 1)..^2]
            : error.Message;
    }
}
