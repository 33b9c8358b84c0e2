namespace Retort;

/// <summary>A database URL in the form of SQLAlchemy: <c>scheme://user:password@host:port/database?option=value</c>.</summary>
public sealed record DatabaseUrl(string Scheme)
{
    /// <summary>The user's name.</summary>
    public string? User { get; init; }

    /// <summary>The password; never printed.</summary>
    public string? Password { get; init; }

    /// <summary>The host; null where there is none.</summary>
    public string? Host { get; init; }

    /// <summary>The port; null: the database's usual one.</summary>
    public int? Port { get; init; }

    /// <summary>The database: for SQLite a path, <c>:memory:</c> or empty.</summary>
    public string Database { get; init; } = "";

    /// <summary>The options behind the question mark, in order.</summary>
    public ValueList<KeyValuePair<string, string>> Options { get; init; }
}

/// <summary>A database URL that cannot be used.</summary>
public sealed class DatabaseUrlException(string code, string message, string? hint = null)
    : RetortException(code, message, hint);
