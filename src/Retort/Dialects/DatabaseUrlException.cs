namespace Retort;

/// <summary>A database URL that cannot be used. The text is never in the message: it may hold a password.</summary>
public sealed class DatabaseUrlException(string code, string message, string? hint = null)
    : RetortException(code, message, hint)
{
    internal const string Form =
        "A database URL is written scheme://user:password@host:port/database?option=value; for a database in a file, scheme:///file.db.";

    internal const string FileForm = "For a database in a file write its scheme and three slashes in front: scheme:///";

    /// <summary>The error of an option that the database has not.</summary>
    public static DatabaseUrlException UnknownOption(string message, string hint) => new("RT0313", message, hint);

    /// <summary>The error of an option with a value that it cannot have.</summary>
    public static DatabaseUrlException WrongOption(string message, string hint) => new("RT0314", message, hint);

    internal static DatabaseUrlException Malformed(int position, string what, string? hint = null) =>
        new("RT0311", $"The database URL cannot be read at character {position + 1}: {what}", hint ?? Form);
}
