namespace Retort;

/// <summary>A session was asked for something that it cannot do; the database is as it was before.</summary>
public sealed class SessionException : RetortException
{
    private SessionException(string code, string message, string? hint)
        : base(code, message, hint) { }

    internal static SessionException InUse() =>
        new(
            "RT0401",
            "The session is in use: another thread, or a task that was not awaited, is in one of its methods.",
            "Await each call before the next, and give each thread its own: new Session(engine)."
        );

    internal static SessionException NotTracked(string table) =>
        new(
            "RT0402",
            $"The object of table '{table}' does not belong to this session.",
            "Read it with this session first, or write session.Exec(Delete(…).Where(…))."
        );

    internal static SessionException SameKey(string table, string key) =>
        new(
            "RT0403",
            $"The session has another object of table '{table}' with {key} already.",
            "Change that object, or delete it before the new one is added."
        );

    internal static SessionException KeyChanged(string table, string key) =>
        new(
            "RT0404",
            $"The key of an object of table '{table}' was changed: it is {key} now. The row was not touched.",
            "Delete the object and add a new one, or write session.Exec(Update(…).Set(…))."
        );

    internal static SessionException NotSaved(string table) =>
        new(
            "RT0405",
            $"The object of table '{table}' has no row yet.",
            "Flush or commit the session before the object is refreshed."
        );
}

/// <summary>The row of an object is not there any more: somebody else deleted it, or changed its key.</summary>
public sealed class StaleDataException(string message, string table)
    : RetortException("RT0406", message, "Roll the session back and read the row again.")
{
    /// <summary>The table.</summary>
    public string Table { get; } = table;

    internal static StaleDataException Of(string action, string table, string key) =>
        new($"The row of table '{table}' with {key} could not be {action}: it is not there any more.", table);
}

/// <summary>A query that must give one row gave none, or several.</summary>
public sealed class ResultCountException : RetortException
{
    private ResultCountException(string code, string message, string hint)
        : base(code, message, hint) { }

    internal static ResultCountException None() =>
        new(
            "RT0407",
            "The query gave no row where one was expected.",
            "Write SingleOrDefault or FirstOrDefault where there may be none."
        );

    internal static ResultCountException Several() =>
        new(
            "RT0408",
            "The query gave more than one row where one was expected.",
            "Narrow it with Where, or write FirstOrDefault."
        );
}
