namespace Retort;

/// <summary>An error of the database that a program can act on; the driver's error is inside.</summary>
public class DatabaseException(string code, string message, string? hint = null, Exception? inner = null)
    : RetortException(code, message, hint, inner)
{
    /// <summary>The statement that the database refused; null where there was none.</summary>
    public string? Statement { get; internal set; }

    /// <summary>The error of a change in a database that can only be read.</summary>
    public static DatabaseException ReadOnly(string message, string hint, Exception inner) =>
        new("RT0305", message, hint, inner);

    /// <summary>The error of a disk without room.</summary>
    public static DatabaseException DiskFull(string message, string hint, Exception inner) =>
        new("RT0306", message, hint, inner);

    /// <summary>The error of a database whose files are damaged.</summary>
    public static DatabaseException Damaged(string message, string hint, Exception inner) =>
        new("RT0307", message, hint, inner);

    /// <summary>The error of a stored value that is not what the model expects.</summary>
    public static DatabaseException Unreadable(
        string column,
        string stored,
        string expected,
        Exception? inner = null
    ) =>
        new(
            "RT0308",
            $"The column '{column}' holds {stored} that is not {expected}.",
            "Correct the row, or map the column to another type.",
            inner
        );

    /// <summary>The error of a statement that names a table or column that is not there.</summary>
    public static DatabaseException UnknownObject(string message, Exception inner) =>
        new(
            "RT0309",
            message,
            "Bring the database to the models: retort upgrade head, or engine.CreateAll(Tables.MetaData) for a new one.",
            inner
        );
}

/// <summary>Which rule a statement violated.</summary>
public enum ConstraintKind
{
    /// <summary>A unique constraint or index, or the primary key.</summary>
    Unique,

    /// <summary>A foreign key.</summary>
    ForeignKey,

    /// <summary>A check.</summary>
    Check,

    /// <summary>NOT NULL.</summary>
    NotNull,

    /// <summary>An exclusion: rows that may not stand side by side.</summary>
    Exclusion,
}

/// <summary>A statement violated a constraint; nothing of it remains.</summary>
public sealed class ConstraintViolationException(
    ConstraintKind kind,
    string message,
    string? table,
    IReadOnlyList<string> columns,
    string? constraint,
    Exception? inner = null
) : DatabaseException("RT0301", message, null, inner)
{
    /// <summary>Which rule was violated.</summary>
    public ConstraintKind Kind { get; } = kind;

    /// <summary>The table, where the database says.</summary>
    public string? Table { get; } = table;

    /// <summary>The columns, where the database says.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>The constraint's name, where the database says.</summary>
    public string? Constraint { get; } = constraint;

    /// <summary>The violation with the columns of its constraint, where the database named only that and the table has it.</summary>
    internal ConstraintViolationException Of(Table violated) =>
        Columns.Count == 0 && Table == violated.Name && ColumnsIn(violated) is { Count: > 0 } found
            ? new(Kind, Message, Table, found, Constraint, InnerException) { Statement = Statement }
            : this;

    private IReadOnlyList<string> ColumnsIn(Table violated) =>
        violated.Constraints.FirstOrDefault(each => each.Name == Constraint) switch
        {
            PrimaryKeyConstraint key => [.. key.Columns],
            UniqueConstraint unique => [.. unique.Columns],
            ForeignKeyConstraint key => [.. key.Columns],
            _ => violated.Indexes.FirstOrDefault(each => each.Name == Constraint) is { } index
                ? [.. index.Elements.Where(each => !each.IsExpression).Select(each => each.Text)]
                : [],
        };
}

/// <summary>The database stayed locked by somebody else for as long as was waited.</summary>
public sealed class DatabaseLockedException(string message, string? hint, Exception? inner = null)
    : DatabaseException("RT0302", message, hint, inner);

/// <summary>The database cannot be opened.</summary>
public sealed class ConnectionFailedException(string message, string? hint, Exception? inner = null)
    : DatabaseException("RT0303", message, hint, inner);

/// <summary>The database has no schema of the name that a statement has.</summary>
public sealed class SchemaMissingException(string message, Exception? inner = null)
    : DatabaseException(
        "RT0330",
        message,
        "Create it first: CREATE SCHEMA, or op.CreateSchema in a revision. Or correct its name.",
        inner
    );

/// <summary>A statement runs only where no transaction is, such as VACUUM.</summary>
public sealed class InTransactionException(string message, Exception? inner = null)
    : DatabaseException(
        "RT0331",
        message,
        "Run it outside of a transaction, by itself; in a revision: op.Autocommit(op => op.Execute(\"…\"))",
        inner
    );

/// <summary>There is no such database, and what was wanted of it does not create one.</summary>
public sealed class DatabaseMissingException(string message, string? hint, Exception? inner = null)
    : DatabaseException("RT0304", message, hint, inner);
